package org.yijitong.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.yijitong.access.World;

/** Somebody who sends what no page of ours sends, signed in or not. */
final class Intruder {
    private static final AtomicInteger NETWORK = new AtomicInteger();

    /** One answer. */
    record Answer(int status, String location, String type, String body) {
        Document page() {
            return Jsoup.parse(body);
        }

        boolean isPage() {
            return type.startsWith("text/html");
        }

        /** Whether a form was taken: it leads on, or shows what came of it. */
        boolean taken() {
            return status == 303 || status == 200;
        }
    }

    private final String base;
    private final String role;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private HttpClient client;

    Intruder(String base, String role) {
        this.base = base;
        this.role = role;
        this.client = elsewhere();
    }

    String role() {
        return role;
    }

    CookieManager cookies() {
        return cookies;
    }

    /** Comes from another network from now on, since the doors without an account count by network. */
    void move() {
        client.close();
        client = elsewhere();
    }

    private HttpClient elsewhere() {
        int network = NETWORK.incrementAndGet();
        byte[] address = {127, (byte) (network / 250), (byte) (network % 250), 1};
        try {
            return HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .localAddress(InetAddress.getByAddress(address))
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signIn(String name) {
        String token = token("/sign-in");
        post("/sign-in", List.of(Map.entry("name", name), Map.entry("password", World.PASSWORD), csrf(token)));
        if (get("/account").status() != 200) {
            throw new IllegalStateException("cannot sign in as " + role);
        }
    }

    /** The token that a form on a page carries. */
    String token(String page) {
        return get(page).page().select("input[name=_csrf]").attr("value");
    }

    static Map.Entry<String, String> csrf(String token) {
        return Map.entry("_csrf", token);
    }

    Answer get(String address) {
        return send(request(address).build());
    }

    Answer post(String address, List<Map.Entry<String, String>> fields) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build());
    }

    /** The same as a form with a file. */
    Answer upload(String address, List<Map.Entry<String, String>> fields, String field, String fileName, byte[] file) {
        String boundary = "x" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        for (Map.Entry<String, String> each : fields) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, each.getKey(), each.getValue()));
        }
        head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, field, fileName.replace("\"", "%22")));
        return send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.toString().getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    /** Any request, its body a text or nothing. */
    Answer ask(String method, String address, @Nullable String body, String... headers) {
        HttpRequest.Builder request =
                request(address).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** A file as it came, with the headers given. */
    HttpResponse<byte[]> download(String address, String... headers) {
        HttpRequest.Builder request = request(address);
        return exchange((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base + address));
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> answer = exchange(request, BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> kind) {
        try {
            return client.send(request, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
