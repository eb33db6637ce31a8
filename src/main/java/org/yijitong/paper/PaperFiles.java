package org.yijitong.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
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

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Papers papers;

    PaperFiles(Papers papers) {
        this.papers = papers;
    }

    /** A .docx as a download. */
    public static ResponseEntity<byte[]> docx(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WORD))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(name + ".docx"))
                .body(content);
    }

    private static String attached(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
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
        String type = switch (file) {
            case DOCX -> WORD;
            case XLSX -> SHEET;
            default -> throw new NotFound();
        };
        Path made = Files.createTempFile("paper", ".tmp");
        try {
            String name = write(scope, organization, form, year, file, words, made);
            response.setContentType(type);
            response.setContentLengthLong(Files.size(made));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached(name + file.substring(file.lastIndexOf('.'))));
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
