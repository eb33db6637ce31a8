package org.yijitong.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.Policy;
import org.yijitong.access.World;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/** Every form of every page, found as each role and as nobody: on the pages of {@link Visits} and on those they lead to. */
final class FoundForms {
    static final String NOBODY = "nobody";
    private static final Map<ApplicationContext, FoundForms> MADE = new HashMap<>();
    /** Words of deeds after which there is less to send forms to: they come last. */
    private static final List<String> ENDING = List.of(
            "cancellation",
            "withdrawal",
            "departure",
            "removal",
            "merger",
            "closure",
            "splits",
            "suspension",
            "release");

    /** A form and who was shown it. */
    record Shown(FoundForm form, Intruder to) {
        @Override
        public String toString() {
            return form.method() + " " + FoundForm.plain(form.action()) + " as " + to.role();
        }
    }

    /** A page and who opened it. */
    record Opened(String address, Intruder by) {}

    private final Map<String, Shown> forms = new LinkedHashMap<>();
    private final Map<String, Opened> pages = new LinkedHashMap<>();
    private final Map<String, Opened> files = new LinkedHashMap<>();
    private final Map<String, Intruder> others = new HashMap<>();

    static synchronized FoundForms of(ApplicationContext context, String base) {
        return MADE.computeIfAbsent(context, _ -> found(context, base));
    }

    /** In an order in which they can be sent one after another. */
    List<Shown> forms() {
        return forms.values().stream()
                .sorted(Comparator.comparingInt(each -> ends(each.form().action())))
                .toList();
    }

    Collection<Opened> pages() {
        return List.copyOf(pages.values());
    }

    /** What the pages offer to take along. */
    Collection<Opened> files() {
        return List.copyOf(files.values());
    }

    private static int ends(String action) {
        return ENDING.stream().anyMatch(action::contains) ? 1 : 0;
    }

    private static FoundForms found(ApplicationContext context, String base) {
        FoundForms found = new FoundForms();
        List<String> addresses =
                Visits.of(context, base).stream().map(Visit::address).toList();
        found.crawl(new Intruder(base, NOBODY), addresses);
        found.others.put(NOBODY, new Intruder(base, NOBODY));
        for (String role : context.getBean(Policy.class).roles()) {
            found.crawl(signedIn(context, base, role), addresses);
            found.others.put(role, signedIn(context, base, role));
        }
        return found;
    }

    /** Somebody else of the same role, whatever happened to the first. */
    Intruder other(Intruder first) {
        return Objects.requireNonNull(others.get(first.role()));
    }

    /** Someone of that role in the sample unit, or in the one above for a role that looks down. */
    static Intruder signedIn(ApplicationContext context, String base, String role) {
        SampleUnit.Made made = Sample.of(context);
        String name = role + UUID.randomUUID().toString().substring(0, 8);
        Unit unit = role.equals("staff") ? made.above() : made.unit();
        boolean branch = role.equals("secretary") || role.equals("member");
        OrganizationId top = branch ? made.third() : unit.rootId();
        var account = context.getBean(Accounts.class)
                .create(name, "林若川", World.PASSWORD, List.of(new Grant(role, unit.unitId(), top.value())));
        if (branch) {
            Scope scope = made.scope();
            context.getBean(Holders.class).say(scope, account, made.person(role.equals("member") ? "周晓岚" : "林若川"));
        }
        Intruder visitor = new Intruder(base, role);
        visitor.signIn(name);
        return visitor;
    }

    private void crawl(Intruder visitor, List<String> addresses) {
        Deque<String> open = new ArrayDeque<>(addresses);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String address = open.removeFirst();
            if (!seen.add(key(address))) {
                continue;
            }
            Intruder.Answer answer = visitor.get(address);
            if (!answer.isPage() || answer.status() == 404) {
                if (answer.status() == 200) {
                    files.putIfAbsent(key(address), new Opened(address, visitor));
                }
                continue;
            }
            Document page = answer.page();
            pages.putIfAbsent(key(address), new Opened(address, visitor));
            for (FoundForm form : FoundForm.in(address, page)) {
                forms.putIfAbsent(form.shape(), new Shown(form, visitor));
                if (form.method().equals("get")) {
                    open.add(form.address(form.fields().stream()
                            .map(field -> Map.entry(field.name(), field.value()))
                            .toList()));
                }
            }
            open.addAll(links(page));
        }
    }

    /** A page of each shape is opened once; those that name what is asked for, once for each name. */
    private static String key(String address) {
        return address.matches(".*/(new|samples?).*") ? address.replaceFirst("&.*", "") : FoundForm.plain(address);
    }

    private List<String> links(Document page) {
        List<String> links = new ArrayList<>();
        page.select("a[href]").forEach(link -> {
            String address = link.attr("href").replaceFirst("#.*", "");
            boolean ours = address.startsWith("/") && !address.startsWith("//");
            if (ours && !address.startsWith("/assets/")) {
                links.add(address);
            }
        });
        return links;
    }
}
