package org.yijitong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.yijitong.document.Attachment.Kind;

/** Tells from the bytes what something is; its name says nothing. */
final class AttachmentKinds {
    /** More parts than this no letter or table of an office has. */
    private static final int MOST_PARTS = 5000;

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

    /** Reads the names of the parts only: what they hold is never unpacked. */
    private static Optional<Kind> office(byte[] content) {
        boolean typed = false;
        Optional<Kind> kind = Optional.empty();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
            int seen = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                String name = part.getName();
                if (++seen > MOST_PARTS || name.endsWith("vbaProject.bin")) {
                    return Optional.empty();
                }
                typed |= name.equals("[Content_Types].xml");
                if (name.equals("word/document.xml")) {
                    kind = Optional.of(Kind.DOCX);
                } else if (name.equals("xl/workbook.xml")) {
                    kind = Optional.of(Kind.XLSX);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return typed ? kind : Optional.empty();
    }
}
