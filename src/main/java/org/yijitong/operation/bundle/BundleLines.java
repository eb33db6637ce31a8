package org.yijitong.operation.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a table, some at a time, none longer than a row can be. */
final class BundleLines implements AutoCloseable {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int LINES = 2_000;
    private static final int BYTES = 4 * 1024 * 1024;

    private final InputStream in;

    BundleLines(InputStream in) {
        this.in = in;
    }

    /** The next few; none at the end. */
    List<String> next() throws IOException {
        List<String> lines = new ArrayList<>();
        int bytes = 0;
        while (lines.size() < LINES && bytes < BYTES) {
            ByteArrayOutputStream line = line();
            if (line.size() == 0) {
                break;
            }
            bytes += line.size();
            lines.add(text(line));
        }
        return lines;
    }

    /** Without its end; an empty one stands for the end of all. */
    private ByteArrayOutputStream line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST) {
                throw new BundleRefused("a row of the bundle is longer than any row can be");
            }
        }
        return line;
    }

    private static String text(ByteArrayOutputStream line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BundleRefused("a row of the bundle is not in UTF-8", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
