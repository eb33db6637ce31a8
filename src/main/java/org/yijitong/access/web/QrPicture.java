package org.yijitong.access.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square of dark and light modules (ISO/IEC 18004), drawn into the page itself as SVG.
 *
 * @param size modules on a side, the light rim of four included
 * @param path the dark ones, row by row, as the path of an SVG
 */
public record QrPicture(int size, String path) {
    private static final int RIM = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            row(code, y, path);
        }
        return new QrPicture(code.size + 2 * RIM, path.toString());
    }

    private static void row(QrCode code, int y, StringBuilder path) {
        for (int x = 0; x < code.size; x++) {
            int from = x;
            while (code.getModule(x, y)) {
                x++;
            }
            if (x > from) {
                String run = "M%d %dh%dv1h-%dz".formatted(from + RIM, y + RIM, x - from, x - from);
                path.append(run);
            }
        }
    }
}
