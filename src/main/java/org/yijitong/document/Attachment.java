package org.yijitong.document;

/**
 * Something that was put in.
 *
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
public record Attachment(String hash, Kind kind, int size) {
    private static final int LONGEST_NAME = 120;

    /** A name of up to 120 characters without a path and signs no name has; with the ending of what it really is. */
    public String called(String name) {
        String plain = name.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>|:*?]", "")
                .replaceAll("(?i)\\.(pdf|jpe?g|png|docx|xlsx)$", "")
                .strip();
        int length = Math.min(LONGEST_NAME - 5, plain.codePointCount(0, plain.length()));
        String kept = plain.substring(0, plain.offsetByCodePoints(0, length));
        return (kept.isEmpty() ? "-" : kept) + "." + kind.ending();
    }

    /** What may be put in. */
    public enum Kind {
        PDF("application/pdf"),
        JPEG("image/jpeg"),
        PNG("image/png"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The ending of its name, without a dot. */
        public String ending() {
            return this == JPEG ? "jpg" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
