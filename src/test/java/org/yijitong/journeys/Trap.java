package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.net.HttpCookie;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser that runs whatever a page lets in, the security policy switched off, and notes each program that ran, each
 * dialog, each request to a host of the attack and each page that led away.
 */
final class Trap implements AutoCloseable {
    private final BrowserContext visitor;
    private Page page;
    private final List<String> sprung = new ArrayList<>();

    Trap(String base) {
        visitor = Chromium.unprotected(base);
        visitor.exposeFunction(Payloads.MARK, arguments -> {
            sprung.add("ran " + List.of(arguments));
            return "";
        });
        visitor.onRequest(request -> {
            if (request.url().contains("//" + Payloads.MARK)) {
                sprung.add("asked for " + request.url());
            }
        });
        page = opened();
    }

    private Page opened() {
        Page opened = visitor.newPage();
        opened.onDialog(this::dialog);
        return opened;
    }

    private void dialog(Dialog dialog) {
        sprung.add("asked " + dialog.message());
        dialog.dismiss();
    }

    /** Signed in as somebody who already is. */
    Trap as(Intruder who, String base) {
        for (HttpCookie each : who.cookies().getCookieStore().getCookies()) {
            visitor.addCookies(List.of(new Cookie(each.getName(), each.getValue()).setUrl(base)));
        }
        return this;
    }

    /** Opens a page; what sprang there, empty when nothing did. */
    List<String> open(String address) {
        sprung.clear();
        page.navigate(address);
        return settled(0);
    }

    /** Shows markup as it is. */
    List<String> show(String html) {
        sprung.clear();
        page.close();
        page = opened();
        page.navigate("/about");
        page.setContent(html);
        return settled(60);
    }

    /** A round of the browser and some milliseconds, so that what failed to load has said so. */
    private List<String> settled(int milliseconds) {
        String round = "time => new Promise(done => requestAnimationFrame(() => setTimeout(done, time)))";
        try {
            page.evaluate(round, milliseconds);
        } catch (PlaywrightException e) {
            sprung.add("led away: " + e.getMessage());
        }
        return List.copyOf(sprung);
    }

    @Override
    public void close() {
        visitor.close();
    }
}
