package org.yijitong.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser at the pages of {@link TestProvider}, up to the moment when they are sent back. */
public final class ProviderVisit {
    private static final int STEPS = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Signs in there and returns the address of the product, with the answer in it. */
    public URI signIn(String address, String name) {
        URI at = URI.create(address);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at).GET());
        for (int step = 0; step < STEPS; step++) {
            if (answer.statusCode() / 100 == 3) {
                at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
                if (at.getPath().startsWith("/sign-in/identity")) {
                    return at;
                }
                answer = send(HttpRequest.newBuilder(at).GET());
                continue;
            }
            Document page = Jsoup.parse(answer.body(), at.toString());
            if (page.select("input[name=username]").isEmpty()) {
                throw new IllegalStateException("the provider answered " + answer.statusCode() + ": " + page.text());
            }
            String token = page.select("input[name=_csrf]").attr("value");
            at = URI.create(page.select("form").attr("abs:action"));
            answer = send(HttpRequest.newBuilder(at)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            form(Map.of("username", name, "password", TestProvider.PASSWORD, "_csrf", token)))));
        }
        throw new IllegalStateException("the provider leads in a circle: " + at);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
