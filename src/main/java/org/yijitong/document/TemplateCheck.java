package org.yijitong.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.yijitong.shared.Invalid;

/** Refuses a template that could do more than be filled in: macros, links outward, embedded objects, bombs. */
final class TemplateCheck {
    private static final int PARTS = 500;
    private static final int EXPANDED = 20 * 1024 * 1024;
    private static final Pattern ACTIVE =
            Pattern.compile("(?i).*(vbaProject|activeX|embeddings/|customUI|afchunk|\\.bin$).*");
    private static final Pattern OUTWARD =
            Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAND =
            Pattern.compile("<w:instrText[^>]*>[^<]*\\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON)\\b");

    private TemplateCheck() {}

    /** @throws Invalid of the field {@code file} */
    static void check(byte[] file) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            if (zip.getEntry("word/document.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
                throw new Invalid("file", "document.template.kind");
            }
            checkParts(zip);
        } catch (Invalid e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Invalid("file", "document.template.kind");
        }
    }

    private static void checkParts(ZipFile zip) throws IOException {
        int left = EXPANDED;
        int parts = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry part = all.nextElement();
            if (ACTIVE.matcher(part.getName()).matches()) {
                throw new Invalid("file", "document.template.active");
            }
            byte[] content = zip.getInputStream(part).readNBytes(left + 1);
            left -= content.length;
            if (++parts > PARTS || left < 0) {
                throw new Invalid("file", "document.template.large");
            }
            checkPart(part.getName(), content);
        }
    }

    private static void checkPart(String name, byte[] content) {
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.contains("<!DOCTYPE")
                || text.contains("macroEnabled")
                || COMMAND.matcher(text).find()) {
            throw new Invalid("file", "document.template.active");
        }
        if (OUTWARD.matcher(text).find()) {
            throw new Invalid("file", "document.template.outward");
        }
    }
}
