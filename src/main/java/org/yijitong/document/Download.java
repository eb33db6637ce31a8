package org.yijitong.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out what was attached: always as a file to keep, never shown as a page of ours. */
public final class Download {
    private final String name;
    private final Attachment.Kind kind;
    private final byte[] content;

    Download(String name, Attachment.Kind kind, byte[] content) {
        this.name = name;
        this.kind = kind;
        this.content = content;
    }

    /** An answer that no browser opens in place. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, under(name))
                .body(content);
    }

    /** The header Content-Disposition of a file to keep under a name, in any script (RFC 6266). */
    public static String under(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
