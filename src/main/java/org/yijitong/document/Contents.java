package org.yijitong.document;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.UnitId;

/** Keeps what was attached: each content once in a unit. Called inside the transaction of whoever attaches it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Contents {
    private final ContentStore store;

    Contents(ContentStore store) {
        this.store = store;
    }

    /**
     * Puts something in; the same again is found, not stored.
     *
     * @param limit how many bytes it may have
     * @throws Invalid of the field {@code file} when it is empty, too large, or none of the kinds that may be put in
     */
    public Attachment put(UnitId unit, byte[] content, int limit) {
        if (content.length > limit) {
            throw new Invalid("file", "document.invalid.large", limit / (1024 * 1024));
        }
        Attachment.Kind kind = AttachmentKinds.of(content)
                .orElseThrow(() ->
                        new Invalid("file", content.length == 0 ? "document.invalid.empty" : "document.invalid.kind"));
        Attachment attachment = new Attachment(Sha256.hex(content), kind, content.length);
        store.add(unit, attachment, content);
        return attachment;
    }

    /**
     * What was put in, to be handed out.
     *
     * @param name under which it is saved
     * @throws NotFound when the unit has none of that hash
     */
    public Download open(UnitId unit, String hash, String name, Attachment.Kind kind) {
        return new Download(name, kind, store.find(unit, hash).orElseThrow(NotFound::new));
    }

    /** The bytes of an upload; of one that is too large no more than it takes to refuse it. */
    public static byte[] read(InputStream bytes, int limit) throws IOException {
        return bytes.readNBytes(limit + 1);
    }
}
