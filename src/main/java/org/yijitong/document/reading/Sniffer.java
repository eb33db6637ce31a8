package org.yijitong.document.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.yijitong.document.Format;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Says what a file is from its content, and names the things people bring by mistake. */
public final class Sniffer {

    /** First bytes, as Latin-1 text, of files that are no workbook. */
    private static final Map<String, Reason> SIGNATURES = Map.ofEntries(
            Map.entry("%PDF", Reason.IS_PDF),
            Map.entry("\u0089PNG", Reason.IS_IMAGE),
            Map.entry("\u00ff\u00d8\u00ff", Reason.IS_IMAGE),
            Map.entry("GIF8", Reason.IS_IMAGE),
            Map.entry("BM", Reason.IS_IMAGE),
            Map.entry("II*\0", Reason.IS_IMAGE),
            Map.entry("MM\0*", Reason.IS_IMAGE),
            Map.entry("RIFF", Reason.IS_IMAGE),
            Map.entry("{\\rtf", Reason.IS_WORD),
            Map.entry("Rar!", Reason.IS_ARCHIVE),
            Map.entry("7z\u00bc\u00af", Reason.IS_ARCHIVE),
            Map.entry("\u001f\u008b", Reason.IS_ARCHIVE),
            Map.entry("MZ", Reason.IS_PROGRAM),
            Map.entry("\u007fELF", Reason.IS_PROGRAM));

    /** Streams in a compound file (MS-CFB), most telling first. */
    private static final List<Map.Entry<String, Reason>> COMPOUND = List.of(
            Map.entry("EncryptedPackage", Reason.PASSWORD),
            Map.entry("WordDocument", Reason.IS_WORD),
            Map.entry("PowerPoint Document", Reason.IS_SLIDES),
            Map.entry("Book", Reason.UNSUPPORTED_OLD_XLS));

    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    /** BIFF2, 3 and 4 files begin with a bare BOF record of 4 to 6 bytes. */
    private static final List<String> BARE_BIFF = List.of("\t\0\4\0", "\t\2\6\0", "\t\4\6\0");

    private Sniffer() {}

    /** The format of a file, or the refusal that names what it is instead. */
    public static Format sniff(byte[] file, ReadLimits limits) {
        String head = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
        if (onlyNothing(file)) {
            throw new UnreadableWorkbook(Reason.EMPTY);
        }
        if (head.startsWith("PK")) {
            return zip(file, limits);
        }
        if (startsWith(file, OLE)) {
            return compound(file);
        }
        if (BARE_BIFF.stream().anyMatch(head::startsWith)) {
            throw new UnreadableWorkbook(Reason.UNSUPPORTED_OLD_XLS);
        }
        refuseNamed(file, head);
        return text(file);
    }

    /** White space, byte order marks and the NULs of a failed download. */
    private static boolean onlyNothing(byte[] file) {
        for (byte each : file) {
            boolean blank = each == 0 || each == ' ' || (each >= '\t' && each <= '\r');
            if (!blank && !isByteOrderMark(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isByteOrderMark(byte each) {
        return each == (byte) 0xef
                || each == (byte) 0xbb
                || each == (byte) 0xbf
                || each == (byte) 0xfe
                || each == (byte) 0xff;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length
                && java.util.Arrays.mismatch(file, 0, start.length, start, 0, start.length) < 0;
    }

    private static Format zip(byte[] file, ReadLimits limits) {
        try (ZipParts parts = ZipParts.open(file, limits)) {
            if (parts.holds("word/")) {
                throw new UnreadableWorkbook(Reason.IS_WORD);
            }
            if (parts.holds("ppt/")) {
                throw new UnreadableWorkbook(Reason.IS_SLIDES);
            }
            if (parts.holds("xl/workbook.bin")) {
                throw new UnreadableWorkbook(Reason.UNSUPPORTED_XLSB);
            }
            if (parts.holds("OFD.xml")) {
                throw new UnreadableWorkbook(Reason.IS_OFD);
            }
            if (parts.holds("mimetype")) {
                throw new UnreadableWorkbook(openDocument(parts.start("mimetype", 100)));
            }
            if (!parts.holds("xl/")) {
                throw new UnreadableWorkbook(Reason.IS_ARCHIVE);
            }
            return Format.XLSX;
        }
    }

    private static Reason openDocument(String type) {
        if (type.contains("opendocument.spreadsheet")) {
            return Reason.UNSUPPORTED_ODS;
        }
        if (type.contains("opendocument.text")) {
            return Reason.IS_WORD;
        }
        return type.contains("opendocument.presentation") ? Reason.IS_SLIDES : Reason.IS_ARCHIVE;
    }

    private static Format compound(byte[] file) {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryEntry root = system.getRoot();
            if (root.hasEntryCaseInsensitive("Workbook")) {
                return Format.XLS;
            }
            for (Map.Entry<String, Reason> each : COMPOUND) {
                if (root.hasEntryCaseInsensitive(each.getKey())) {
                    throw new UnreadableWorkbook(each.getValue());
                }
            }
            throw new UnreadableWorkbook(Reason.IS_UNKNOWN);
        } catch (UnreadableWorkbook e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What stumbles over a compound file made by hand does so in a hundred ways.
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private static void refuseNamed(byte[] file, String head) {
        for (Map.Entry<String, Reason> each : SIGNATURES.entrySet()) {
            // Two letters are no proof: a name column may start with BM or MZ. Binary files have NUL bytes, texts none.
            if (head.startsWith(each.getKey()) && (each.getKey().length() > 2 || head.indexOf('\0') >= 0)) {
                throw new UnreadableWorkbook(each.getValue());
            }
        }
        if (head.startsWith("ftyp", 4)) {
            throw new UnreadableWorkbook(Reason.IS_IMAGE);
        }
        if (TextBytes.looksBinary(file)) {
            throw new UnreadableWorkbook(Reason.IS_UNKNOWN);
        }
    }

    private static Format text(byte[] file) {
        String start = TextBytes.start(file, 65_536).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("mime-version:") || start.contains("\nmime-version:")) {
            throw new UnreadableWorkbook(Reason.UNSUPPORTED_MHT);
        }
        if (!start.startsWith("<")) {
            return Format.CSV;
        }
        if (start.startsWith("<?xml") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw new UnreadableWorkbook(Reason.UNSUPPORTED_XML);
        }
        if (start.contains("<table") || start.contains("<html") || start.contains("<!doctype html")) {
            return Format.HTML;
        }
        throw new UnreadableWorkbook(Reason.IS_UNKNOWN);
    }
}
