package org.yijitong.organization.web;

import java.util.List;
import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.UnitId;

/** Browsers in which somebody has signed in. */
final class SignedIn {
    private SignedIn() {}

    static Browser as(MockMvcTester mvc, Accounts accounts, String role, UnitId unit, OrganizationId organization) {
        String name = "org" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, organization.value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
