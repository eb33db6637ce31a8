package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The product as it is served to the tests: its pages, and visitors to open them with. */
final class Site {
    private final String base;
    private final List<Visit> pages;
    private final Signed signed;

    Site(ApplicationContext context, int port) {
        this.base = "http://localhost:" + port;
        this.pages = Visits.of(context, base);
        this.signed = new Signed(context, base);
    }

    List<Visit> pages() {
        return pages;
    }

    /** A new visitor who may open that page. */
    BrowserContext visitor(Visit visit, View view) {
        BrowserContext visitor = Chromium.visitor(base, view);
        if (visit.role() != null) {
            signed.in(visitor, visit.role());
        }
        return visitor;
    }
}
