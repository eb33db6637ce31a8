package org.yijitong.access.web;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.yijitong.access.Probe;
import org.yijitong.access.World;

/** A browser without scripts: keeps cookies, sends the token of the form it was shown. */
public class Browser {
    private final MockMvcTester mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public Browser(MockMvcTester mvc) {
        this(mvc, "10.0.0.1");
    }

    public Browser(MockMvcTester mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    public MvcTestResult get(String path, String... headers) {
        return send(mvc.get().uri(URI.create(path)), headers);
    }

    /** Opens a page, saying why if that is asked first. */
    public MvcTestResult open(String path) {
        MvcTestResult answer = get(path);
        if (status(answer) != 403) {
            return answer;
        }
        String[] fields = page(answer).select("main form [name]:not([name=_csrf])").stream()
                .flatMap(field -> Stream.of(
                        field.attr("name"), field.attr("name").equals("because") ? "核对" : field.attr("value")))
                .toArray(String[]::new);
        return get(location(post("/insights", fields)));
    }

    public MvcTestResult head(String path) {
        return send(mvc.head().uri(URI.create(path)));
    }

    /** Asks whether the gate lets a request through; nothing is run behind it. */
    public MvcTestResult ask(HttpMethod method, String path, String token) {
        MockMvcRequestBuilder request = mvc.method(method).uri(URI.create(path));
        return method.equals(HttpMethod.GET)
                ? send(request, Probe.GATE_ONLY, "yes", "X-XSRF-TOKEN", token)
                : send(request, Probe.GATE_ONLY, "yes", "X-XSRF-TOKEN", token, "Content-Type", "multipart/form-data");
    }

    /** Sends a form with the token of the sign-in or password page, whichever is shown to this browser. */
    public MvcTestResult post(String path, String... fields) {
        return postWith(token(), path, fields);
    }

    public MvcTestResult postWith(String token, String path, String... fields) {
        MockMvcRequestBuilder request = mvc.post().uri(URI.create(path)).param("_csrf", token);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    /** Sends a form with a file. */
    public MvcTestResult upload(String path, String fileName, byte[] content, String... fields) {
        return uploadAs(path, "file", fileName, content, fields);
    }

    /** The same under the name that the field of the file has. */
    public MvcTestResult uploadAs(String path, String field, String fileName, byte[] content, String... fields) {
        MockMultipartMvcRequestBuilder request = mvc.post()
                .uri(URI.create(path))
                .multipart()
                .file(new MockMultipartFile(field, fileName, "application/octet-stream", content))
                .param("_csrf", token());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request, request::exchange);
    }

    public String token() {
        String token =
                page(get("/account/password")).select("input[name=_csrf]").attr("value");
        return token.isEmpty()
                ? page(get("/sign-in")).select("input[name=_csrf]").attr("value")
                : token;
    }

    public MvcTestResult signIn(String name) {
        return signIn(name, World.PASSWORD);
    }

    public MvcTestResult signIn(String name, String password) {
        return post("/sign-in", "name", name, "password", password);
    }

    public String cookie(String name) {
        Cookie cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    public Browser with(String name, String value) {
        cookies.put(name, new Cookie(name, value));
        return this;
    }

    public static Document page(MvcTestResult result) {
        return Jsoup.parse(text(result));
    }

    public static String text(MvcTestResult result) {
        MockHttpServletResponse response = result.getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static int status(MvcTestResult result) {
        return result.getResponse().getStatus();
    }

    public static String location(MvcTestResult result) {
        return Objects.requireNonNullElse(result.getResponse().getHeader("Location"), "");
    }

    private MvcTestResult send(MockMvcRequestBuilder request, String... headers) {
        return send(request, request::exchange, headers);
    }

    private MvcTestResult send(
            AbstractMockHttpServletRequestBuilder<?> request, Supplier<MvcTestResult> exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MvcTestResult result = exchange.get();
        Stream.of(result.getResponse().getCookies()).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        return result;
    }
}
