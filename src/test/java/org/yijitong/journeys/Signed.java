package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.World;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Units;

/** Signs visitors in through the form, once for each role, in a unit of the tests' own. */
final class Signed {
    private final World world;
    private final SampleUnit.Made sample;
    private final String base;
    private final Map<String, List<Cookie>> sessions = new HashMap<>();

    Signed(ApplicationContext context, String base) {
        this.world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        this.sample = Sample.of(context);
        this.base = base;
    }

    /** Makes the visitor one who has signed in as an account of that role. */
    void in(BrowserContext visitor, String role) {
        visitor.addCookies(sessions.computeIfAbsent(role, this::session));
    }

    private List<Cookie> session(String role) {
        String name = world.name("visitor");
        world.account(name, role, role.equals("staff") ? sample.above() : sample.unit());
        try (BrowserContext visitor = Chromium.visitor(base, View.DESK)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            page.fill("#name", name);
            page.fill("#password", World.PASSWORD);
            page.getByRole(AriaRole.MAIN).locator("button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            return visitor.cookies().stream()
                    .filter(cookie ->
                            !List.of("lang", "theme", "size", "notice").contains(cookie.name))
                    .toList();
        }
    }
}
