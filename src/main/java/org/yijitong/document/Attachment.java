package org.yijitong.document;

/**
 * Something that was put in.
 *
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
public record Attachment(String hash, Kind kind, int size) {
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
