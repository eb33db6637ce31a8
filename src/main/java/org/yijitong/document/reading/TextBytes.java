package org.yijitong.document.reading;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/**
 * The text in bytes whose encoding nobody wrote down: byte order mark first, then strict UTF-8, then GB18030-2005, which
 * contains GBK and GB 2312. Strict UTF-8 goes first because Chinese text in GB18030 is practically never valid UTF-8.
 */
final class TextBytes {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextBytes() {}

    /** An encoding and where the text begins, after the byte order mark. */
    record Encoding(Charset charset, int from) {

        Reader reader(byte[] file) {
            return new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from), charset);
        }
    }

    /** The encoding in which the whole file decodes without error. */
    static Encoding encoding(byte[] file) {
        if (at(file, 0) == 0xef && at(file, 1) == 0xbb && at(file, 2) == 0xbf) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (at(file, 0) == 0xff && at(file, 1) == 0xfe) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (at(file, 0) == 0xfe && at(file, 1) == 0xff) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        if (decodes(file, GB18030)) {
            return new Encoding(GB18030, 0);
        }
        throw new UnreadableWorkbook(Reason.IS_UNKNOWN);
    }

    /** The first characters, undecodable ones replaced; for looking, not for keeping. */
    static String start(byte[] file, int bytes) {
        Encoding encoding = encoding(file);
        int length = Math.min(file.length - encoding.from(), bytes);
        return new String(file, encoding.from(), length, encoding.charset());
    }

    /** Whether there are control bytes no text has. UTF-16 with its byte order mark counts as text. */
    static boolean looksBinary(byte[] file) {
        boolean wide = (at(file, 0) == 0xff && at(file, 1) == 0xfe) || (at(file, 0) == 0xfe && at(file, 1) == 0xff);
        if (wide) {
            return false;
        }
        for (byte each : file) {
            if (each >= 0 && each < ' ' && (each < '\t' || each > '\r') && each != 0x1a && each != 0x1b) {
                return true;
            }
        }
        return false;
    }

    private static int at(byte[] file, int index) {
        return index < file.length ? file[index] & 0xff : -1;
    }

    private static boolean decodes(byte[] file, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return !decoder.flush(out.clear()).isError();
            }
            out.clear();
        }
    }
}
