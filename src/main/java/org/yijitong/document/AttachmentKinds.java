package org.yijitong.document;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yijitong.document.Attachment.Kind;

/** Tells from the bytes what something is; its name says nothing. */
final class AttachmentKinds {
    private AttachmentKinds() {}

    /** What it is; nothing when it is none of the kinds that may be put in, or carries macros. */
    static Optional<Kind> of(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(Kind.PDF);
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return Optional.of(Kind.JPEG);
        }
        if (begins(content, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(Kind.PNG);
        }
        return begins(content, 'P', 'K', 3, 4) ? office(content) : Optional.empty();
    }

    private static boolean begins(byte[] content, int... signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((content[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads the list of its parts only: what they hold is never unpacked, so none can swell. */
    private static Optional<Kind> office(byte[] content) {
        try (ZipFile file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Set<String> parts = new HashSet<>();
            Collections.list(file.getEntries()).forEach(part -> parts.add(part.getName()));
            boolean macros = parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"));
            if (macros || !parts.contains("[Content_Types].xml")) {
                return Optional.empty();
            }
            return parts.contains("word/document.xml")
                    ? Optional.of(Kind.DOCX)
                    : Optional.of(Kind.XLSX).filter(_ -> parts.contains("xl/workbook.xml"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
