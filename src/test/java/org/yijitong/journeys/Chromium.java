package org.yijitong.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of the tests: Debian's Chromium, or another one named by the environment variable {@code CHROMIUM}.
 * It is started once and asks nothing of the network but the pages under test.
 */
final class Chromium {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long a page may take before a test gives up, in milliseconds: long, for what else a machine may be doing. */
    private static final int PATIENCE = 30_000;

    private static @Nullable Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            String path = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(path))
                            .setArgs(QUIET));
        }
        return browser;
    }

    /** A browser as one visitor has it, with its own cookies and cache. */
    static BrowserContext visitor(String base, View view) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setViewportSize(view.width(), view.height())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setJavaScriptEnabled(view.script()));
        context.addCookies(List.of(
                new Cookie("lang", view.language()).setUrl(base),
                new Cookie("theme", view.theme()).setUrl(base),
                new Cookie("size", view.size()).setUrl(base)));
        return context;
    }

    /** A browser in which the security policy of pages does not count. */
    static BrowserContext unprotected(String base) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setBypassCSP(true));
    }
}
