package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes pictures of pages of a running system, for people to look at: {@code bin/screens http://localhost:8080 /about}.
 */
final class Screens {
    private static final Map<String, View> VIEWS = Map.of(
            "390",
            View.PHONE,
            "1280",
            View.DESK,
            "1280-dark",
            View.DESK.dark(),
            "320-large",
            View.PHONE.width(320).large());

    private Screens() {}

    public static void main(String[] arguments) {
        String base = arguments[0];
        List<String> paths = List.of(arguments).subList(1, arguments.length);
        Path folder = Path.of("target", "screens");
        VIEWS.forEach((name, view) -> {
            try (BrowserContext visitor = Chromium.visitor(base, view)) {
                Page page = visitor.newPage();
                signIn(page);
                for (String path : paths) {
                    page.navigate(path);
                    String file = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(folder.resolve((file.isEmpty() ? "home" : file) + "-" + name + ".png"))
                            .setFullPage(true));
                }
            }
        });
        System.exit(0);
    }

    /** As {@code SIGN_IN=name:password} says. */
    private static void signIn(Page page) {
        String[] who = System.getenv().getOrDefault("SIGN_IN", "").split(":", 2);
        if (who.length == 2) {
            page.navigate("/sign-in");
            page.fill("#name", who[0]);
            page.fill("#password", who[1]);
            page.locator("main button[type=submit]").click();
        }
    }
}
