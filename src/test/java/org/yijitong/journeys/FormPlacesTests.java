package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.AttackedTest;
import org.yijitong.journeys.FoundForms.Shown;
import org.yijitong.shared.NavItem;

/** A form that comes back with its faults stands in the navigation where the page stood that it was sent from. */
@AttackedTest
class FormPlacesTests {
    /** They stand on every page, lead on to another, or are shown again in place of the page that was asked for. */
    private static final Set<String> ELSEWHERE = Set.of("/preferences", "/sign-out", "/account/calendar", "/insights");

    private final ApplicationContext context;
    private final Collection<NavItem> entries;
    private final String base;

    @Autowired
    FormPlacesTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.entries = context.getBeansOfType(NavItem.class).values();
        this.base = "http://127.0.0.1:" + port;
    }

    @Test
    void whereAFormIsSentToLiesUnderTheEntryOfItsPage() {
        Map<String, Document> opened = new HashMap<>();
        Set<String> elsewhere = new TreeSet<>();
        int looked = 0;
        for (Shown shown : FoundForms.of(context, base).forms()) {
            FoundForm form = shown.form();
            if (form.method().equals("post") && !ELSEWHERE.contains(form.action())) {
                Document page = opened.computeIfAbsent(
                        shown.to().role() + form.page(),
                        _ -> shown.to().get(form.page()).page());
                List<String> of = page.select("nav.nav a[aria-current=page]").eachAttr("href");
                List<String> to = marked(page, form.action());
                if (!of.equals(to)) {
                    elsewhere.add(FoundForm.plain(form.page()) + " " + of + ", " + shown + " " + to);
                }
                looked++;
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(looked).isGreaterThan(100);
    }

    private List<String> marked(Document page, String address) {
        Set<String> shown = Set.copyOf(page.select("nav.nav a").eachAttr("href"));
        List<NavItem> nav = entries.stream()
                .filter(each -> each.seldom() || shown.contains(each.path()))
                .collect(Collectors.toList());
        return nav.stream()
                .filter(each -> !each.seldom() && each.marked(nav, address))
                .map(NavItem::path)
                .distinct()
                .toList();
    }
}
