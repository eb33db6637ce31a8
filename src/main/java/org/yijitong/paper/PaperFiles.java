package org.yijitong.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yijitong.document.Attachment;
import org.yijitong.document.Download;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Hands papers out as files. */
@Component
public class PaperFiles {
    /** The names of a ledger's files. */
    public static final String DOCX = "ledger.docx";

    public static final String XLSX = "ledger.xlsx";

    private final Papers papers;

    PaperFiles(Papers papers) {
        this.papers = papers;
    }

    /** A .docx as a download. */
    public static ResponseEntity<byte[]> docx(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Attachment.Kind.DOCX.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.under(name + ".docx"))
                .body(content);
    }

    /**
     * A ledger, as the kind of file its name says. The whole file is there before the first byte leaves: a fault answers
     * 500 and not half a ledger.
     *
     * @throws NotFound when there is no such kind of file
     */
    public void send(
            Scope scope,
            OrganizationId organization,
            String form,
            int year,
            String file,
            Words words,
            HttpServletResponse response)
            throws IOException {
        Attachment.Kind kind = switch (file) {
            case DOCX -> Attachment.Kind.DOCX;
            case XLSX -> Attachment.Kind.XLSX;
            default -> throw new NotFound();
        };
        Path made = Files.createTempFile("paper", ".tmp");
        try {
            String name = write(scope, organization, form, year, file, words, made);
            response.setContentType(kind.mediaType());
            response.setContentLengthLong(Files.size(made));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, Download.under(name + file.substring(file.lastIndexOf('.'))));
            Files.copy(made, response.getOutputStream());
        } finally {
            Files.delete(made);
        }
    }

    private String write(
            Scope scope, OrganizationId organization, String form, int year, String file, Words words, Path to)
            throws IOException {
        if (file.equals(DOCX)) {
            Ledger ledger = papers.ledger(scope, organization, form, year, words);
            Files.write(to, papers.document(scope, ledger, words));
        } else {
            try (OutputStream out = Files.newOutputStream(to)) {
                papers.workbook(scope, organization, form, year, words, out);
            }
        }
        return papers.title(scope, organization, form, year, words);
    }
}
