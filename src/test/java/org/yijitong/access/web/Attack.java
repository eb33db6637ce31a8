package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Puts into every field of a form what no form of ours sends, one field at a time. */
public final class Attack {
    private static final List<String> HOSTILE = List.of(
            "\0",
            "a\0b",
            "\uD83D",
            "😀".repeat(200),
            "x".repeat(5000),
            "-1",
            "99999999999",
            "9999-12-31",
            "+292278994-08-17",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "'; DROP TABLE organization.people; --");

    private Attack() {}

    /**
     * Every answer is taken or refused with a sentence; 429 is one, too.
     *
     * @param given fields and what stands in them while others are attacked, where the form does not say
     */
    public static void on(Browser browser, String form, String address, String... given) {
        Document page = Browser.page(browser.get(form));
        String token = page.select("[name=_csrf]").attr("value");
        List<String> names = page.select("form[action=" + address + "] [name]").eachAttr("name").stream()
                .filter(name -> !name.equals("_csrf"))
                .distinct()
                .toList()
                // The current password comes first in its form: too many wrong ones, and all else has to wait.
                .reversed();
        assertThat(names).as(form).hasSizeGreaterThan(1);
        for (String name : names) {
            for (String hostile : HOSTILE) {
                page = Browser.page(browser.get(form));
                MvcTestResult answer =
                        browser.postWith(token, address, fields(page, address, name, hostile, List.of(given)));
                assertThat(answer.getUnresolvedException())
                        .as(address + " " + name + "=" + hostile)
                        .isNull();
                assertThat(Browser.status(answer))
                        .as(address + " " + name + "=" + hostile)
                        .isIn(200, 303, 400, 404, 409, 422, 429);
            }
        }
    }

    /** The form as shown, with one field changed, under a key of its own. */
    private static String[] fields(Document page, String address, String changed, String value, List<String> given) {
        List<String> fields = new ArrayList<>();
        for (Element each : page.select("form[action=" + address + "] [name]")) {
            String name = each.attr("name");
            Element option = each.selectFirst("option[selected]");
            int place = given.indexOf(name);
            String said = option == null ? each.val() : option.val();
            String shown = place < 0 ? said : given.get(place + 1);
            if (!name.equals("_csrf") && !name.equals("key")) {
                fields.addAll(List.of(name, name.equals(changed) ? value : shown));
            }
        }
        boolean key = changed.equals("key");
        fields.addAll(List.of("key", key ? value : UUID.randomUUID().toString()));
        return fields.toArray(String[]::new);
    }
}
