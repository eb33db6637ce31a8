package org.yijitong.organization.imports;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody of the demonstration world, who makes a token on the pages of a running product and works by it. */
final class Visitor {
    private static final String PASSWORD = "linghai-demo-2026";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String base;
    private final String token;

    private Visitor(String base, String name) throws IOException, InterruptedException {
        this.base = base;
        send("/sign-in", form("/sign-in", "/sign-in", Map.of("name", name, "password", PASSWORD)));
        String made = send("/account/tokens", form("/account", "/account/tokens", Map.of("name", "test", "life", "1")));
        this.token =
                Objects.requireNonNull(Jsoup.parse(made).selectFirst("dd code")).text();
    }

    static Visitor of(String base, String name) throws IOException, InterruptedException {
        return new Visitor(base, name);
    }

    /** The same product has been started again, at another port. */
    void goTo(String address) {
        base = address;
    }

    String get(String path) throws IOException, InterruptedException {
        return answer(bearing(path).GET().build());
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return answer(bearing(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder bearing(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + " " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private String send(String path, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** A form of a page as a browser would send it, with what is typed. */
    private String form(String page, String action, Map<String, String> typed)
            throws IOException, InterruptedException {
        String html = http.send(HttpRequest.newBuilder(URI.create(base + page)).build(), BodyHandlers.ofString())
                .body();
        Element form = Objects.requireNonNull(Jsoup.parse(html).selectFirst("form[action=" + action + "]"), html);
        Stream<Map.Entry<String, String>> shown = Stream.concat(
                form.select("input[type=hidden]").stream().map(each -> Map.entry(each.attr("name"), each.val())),
                form.select("select").stream()
                        .map(each -> Map.entry(
                                each.attr("name"),
                                Objects.requireNonNull(each.selectFirst("option"))
                                        .val())));
        return Stream.concat(shown, typed.entrySet().stream())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
