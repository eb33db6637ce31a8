package org.yijitong.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A page in the browser, with everything that came over the wire and everything the browser complained about. */
final class Opened {
    /**
     * One answer from a server.
     *
     * @param url what was asked for
     * @param kind Chromium's word for what it is: Document, Stylesheet, Script, Image…
     * @param bytes on the wire, headers and compression included; 0 from the browser's cache
     */
    record Loaded(String url, String kind, long bytes) {}

    private final Page page;
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, JsonObject> answers = new HashMap<>();

    Opened(BrowserContext visitor) {
        page = visitor.newPage();
        CDPSession wire = visitor.newCDPSession(page);
        wire.send("Network.enable");
        wire.on("Network.responseReceived", event -> answers.put(id(event), event));
        wire.on("Network.loadingFinished", this::finished);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.addInitScript("addEventListener('securitypolicyviolation',"
                + " e => console.error('policy ' + e.violatedDirective + ' ' + e.blockedURI))");
    }

    /** Opens an address and waits until nothing more is loaded, which takes half a second of silence. */
    Response openWholly(String address) {
        Response response = open(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return response;
    }

    /** Opens an address and waits until the page with its style sheet is there. */
    Response open(String address) {
        loaded.clear();
        complaints.clear();
        Response response = Objects.requireNonNull(page.navigate(address));
        if (!page.url().endsWith(address)) {
            throw new IllegalStateException(address + " led to " + page.url());
        }
        return response;
    }

    Page page() {
        return page;
    }

    List<Loaded> loaded() {
        return List.copyOf(loaded);
    }

    /** Errors on the console, uncaught exceptions, breaches of the security policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Kibibytes on the wire of one kind, or of all with the empty word. */
    double kib(String kind) {
        return loaded.stream()
                        .filter(one -> one.kind().contains(kind))
                        .mapToLong(Loaded::bytes)
                        .sum()
                / 1024.0;
    }

    /** How many answers came over the wire. */
    long requests() {
        return loaded.stream().filter(one -> one.bytes() > 0).count();
    }

    /** How many pixels the page can be moved sideways; 0 is right. */
    int sideways() {
        return (Integer) page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
    }

    /** What reaches beyond the right edge, to say where to look. */
    String beyond() {
        return String.valueOf(page.evaluate("""
                [...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > document.scrollingElement.clientWidth)
                    .slice(0, 5)
                    .map(each => each.tagName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 20))
                    .join(', ')"""));
    }

    /** The host names asked. The browser draws its own date fields with pictures out of {@code data:} addresses. */
    List<String> hosts() {
        return loaded.stream()
                .filter(one -> !one.url().startsWith("data:"))
                .map(one -> String.valueOf(URI.create(one.url()).getHost()))
                .distinct()
                .toList();
    }

    private void finished(JsonObject event) {
        JsonObject answer = answers.get(id(event));
        if (answer != null) {
            loaded.add(new Loaded(
                    answer.getAsJsonObject("response").get("url").getAsString(),
                    answer.get("type").getAsString(),
                    event.get("encodedDataLength").getAsLong()));
        }
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
