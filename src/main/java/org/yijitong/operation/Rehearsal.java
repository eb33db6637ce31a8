package org.yijitong.operation;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/**
 * A start on a throw-away database that visits a few pages and ends: the Java machine then writes down what it loaded
 * (JEP 514), and later starts take half the time. Asked for by {@code ./run}, never by people.
 */
final class Rehearsal {

    private static final List<String> PAGES = List.of("/", "/sign-in", "/about", "/api/v1/openapi");

    private Rehearsal() {}

    static boolean wanted() {
        return Boolean.getBoolean("yijitong.rehearsal");
    }

    /** Reads the pages to their end; what they answer does not matter. */
    static void visit(int port) {
        try {
            for (var page : PAGES) {
                var connection = (HttpURLConnection)
                        URI.create("http://localhost:" + port + page).toURL().openConnection();
                try (var body = connection.getResponseCode() < 400
                        ? connection.getInputStream()
                        : connection.getErrorStream()) {
                    if (body != null) {
                        body.readAllBytes();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the rehearsal could not visit its pages", e);
        }
    }
}
