package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.organization.SampleUnit;

/** The secretary of the third branch of the sample unit, at a browser. */
final class Secretary {
    private Secretary() {}

    /** Signs in under a name of one journey. */
    static Page in(ApplicationContext context, BrowserContext visitor, String name) {
        SampleUnit.Made made = Sample.of(context);
        String account = "secretary" + name;
        context.getBean(Accounts.class)
                .create(
                        account,
                        "林若川",
                        World.PASSWORD,
                        List.of(new Grant(
                                "secretary", made.unit().unitId(), made.third().value())));
        Page page = visitor.newPage();
        page.navigate("/sign-in");
        page.fill("#name", account);
        page.fill("#password", World.PASSWORD);
        page.getByRole(AriaRole.MAIN).locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
