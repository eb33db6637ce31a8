package org.yijitong.organization.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Grants;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Units.Unit;

/** A program with a token, talking to the server. */
public record Program(String base, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One that acts as a post of an account of its own. */
    public static Program as(ApplicationContext context, int port, String role, Unit unit, OrganizationId top) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = context.getBean(Accounts.class)
                .create(name, "程序", World.PASSWORD, List.of(new Grant(role, unit.unitId(), top.value())));
        UUID grant = context.getBean(Grants.class).of(account).getFirst().grantId();
        SignedIn who = new SignedIn(account, "程序", SignedIn.Due.NOTHING, null, null);
        return new Program(
                "http://localhost:" + port, context.getBean(Tokens.class).create(who, grant, "test", 1));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** With a key of its own. */
    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public HttpResponse<String> send(
            String method, String path, @org.jspecify.annotations.Nullable String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
