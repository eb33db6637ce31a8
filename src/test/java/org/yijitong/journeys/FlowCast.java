package org.yijitong.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;

/**
 * Everybody who holds a post in a unit of their own: of its committee and of three branches. Each signs in when their turn
 * comes, with a browser of their own: whoever sits at a committee as its officer, secretaries as such, others as members.
 */
final class FlowCast implements AutoCloseable {
    /** Two of the committee above, who write documents for all. */
    static final String AUTHOR = "author";

    static final String SECOND = "second";
    private static final String OFFICE = "office";
    /** An expert from outside, who stands in no roster and judges for the committee. */
    private static final String JUDGE = "外请评委";

    private final ApplicationContext context;
    private final String base;
    private final SampleUnit.Made made;
    private final String code = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, String> opened = new HashMap<>();
    private final Map<String, PersonId> people = new HashMap<>();
    private final Map<String, BrowserContext> visitors = new HashMap<>();

    FlowCast(ApplicationContext context, String base) {
        this.context = context;
        this.base = base;
        SampleUnit sample = context.getAutowireCapableBeanFactory().createBean(SampleUnit.class);
        made = sample.make();
        grants.put(
                OFFICE, new Grant("officer", made.unit().unitId(), made.scope().top()));
        Grant staff =
                new Grant("staff", made.above().unitId(), made.above().rootId().value());
        grants.put(AUTHOR, staff);
        grants.put(SECOND, staff);
        for (OrganizationId place : places()) {
            seat(place);
        }
        grants.put(JUDGE, new Grant("judge", made.unit().unitId(), made.scope().top()));
        open(JUDGE);
    }

    /** The committee, then its branches. */
    List<OrganizationId> places() {
        return List.of(made.unit().rootId(), made.third(), made.other(), made.small());
    }

    String unit() {
        return "/units/" + made.unit().unitId();
    }

    /** Whose names stand in some words of a page. */
    List<String> named(String shown) {
        return grants.keySet().stream().filter(shown::contains).sorted().toList();
    }

    private void seat(OrganizationId place) {
        LocalDate today = context.getBean(Days.class).today();
        boolean committee = place.equals(made.unit().rootId());
        List<Post> posts = Post.of(committee ? OrganizationKind.ORGAN_COMMITTEE : OrganizationKind.BRANCH);
        char sign = "甲乙丙丁".charAt(places().indexOf(place));
        List<People.Newcomer> newcomers = new ArrayList<>();
        for (Post post : posts) {
            newcomers.add(newcomer(name(sign, post)));
        }
        List<PersonId> ids = context.getBean(People.class).addAll(made.scope(), newcomers);
        List<Posts.Holder> holding = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            holding.add(new Posts.Holder(posts.get(i), ids.get(i)));
            String role = committee ? "officer" : posts.get(i) == Post.SECRETARY ? "secretary" : "member";
            people.put(name(sign, posts.get(i)), ids.get(i));
            grants.put(name(sign, posts.get(i)), new Grant(role, made.unit().unitId(), place.value()));
        }
        context.getBean(Posts.class).handOver(made.scope(), place, holding, today, today.plusYears(5), "换届");
    }

    /** Such as 甲某乙; each once. */
    private static String name(char sign, Post post) {
        return sign + "某" + "子丑寅卯辰巳午未申酉".charAt(List.of(Post.values()).indexOf(post));
    }

    private People.Newcomer newcomer(String name) {
        PersonDetails details =
                new PersonDetails(name, null, null, null, null, null, null, null, null, null, null, null, null);
        return new People.Newcomer(
                details,
                Sphere.PARTY,
                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                LocalDate.of(2010, 1, 1));
    }

    /** Somebody of the office, who registers and looks on. */
    Page office(View view) {
        return page(OFFICE, view);
    }

    /** Somebody by their name, signed in. */
    Page page(String name, View view) {
        BrowserContext visitor = visitors.computeIfAbsent(name + view.width(), _ -> signedIn(name, view));
        return visitor.pages().isEmpty() ? visitor.newPage() : visitor.pages().getFirst();
    }

    private BrowserContext signedIn(String name, View view) {
        open(name);
        BrowserContext visitor = Chromium.visitor(base, view);
        Page page = visitor.newPage();
        page.navigate("/sign-in");
        page.fill("#name", Objects.requireNonNull(opened.get(name)));
        page.fill("#password", World.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return visitor;
    }

    private void open(String name) {
        if (opened.containsKey(name)) {
            return;
        }
        String account = "cast-" + code + "-" + opened.size();
        UUID id = context.getBean(Accounts.class)
                .create(account, name, World.PASSWORD, List.of(Objects.requireNonNull(grants.get(name), name)));
        if (people.containsKey(name)) {
            context.getBean(Holders.class).say(made.scope(), id, people.get(name));
        }
        opened.put(name, account);
    }

    @Override
    public void close() {
        visitors.values().forEach(BrowserContext::close);
    }
}
