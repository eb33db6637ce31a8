package org.yijitong.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yijitong.shared.Html;

/**
 * Every page of the product, found in the live handler map so that none can be forgotten: a page is what a GET handler
 * returns as {@link Html}. A route with variables needs an address in {@link #SAMPLES}, or the tests fail.
 */
final class Visits {
    /** Route with variables, to an address of it in the world of the tests. */
    private static final Map<String, Function<ApplicationContext, String>> SAMPLES = Map.ofEntries(
            Map.entry("/mechanisms/{mechanism}", SampleMechanism::page),
            Map.entry("/units/{unit}/matters", SampleMatter::board),
            Map.entry("/units/{unit}/matters/{matter}", SampleMatter::open),
            Map.entry("/units/{unit}/matters/statistics", context -> SampleMatter.board(context) + "/statistics"),
            Map.entry("/units/{unit}/open311", context -> SampleStandings.unit(context, "/open311")),
            Map.entry("/units/{unit}/hooks/{hook}", SampleHook::one),
            Map.entry("/units/{unit}/migrations", SampleMigration::list),
            Map.entry("/units/{unit}/migrations/new", SampleMigration::asked),
            Map.entry("/units/{unit}/migrations/{migration}", SampleMigration::waiting),
            Map.entry("/units/{unit}/matters/{matter}/asker", SampleMatter::asker),
            Map.entry(
                    "/units/{unit}/matters/{matter}/papers/{form}",
                    context -> SampleMatter.open(context) + "/papers/assignment"),
            organization("/matters/new", "/matters/new?flow=rectification"),
            Map.entry("/account/data/{table}", _ -> "/account/data/access.accounts"),
            Map.entry("/flows/{flow}", _ -> "/flows/rectification"),
            Map.entry("/accounts/{account}/person", SampleAccount::holder),
            Map.entry("/accounts/{account}/grants", SampleAccount::grants),
            Map.entry("/rehearsals/{id}", SampleRehearsal::done),
            Map.entry("/sunsets/{mechanism}", _ -> "/sunsets/first-item"),
            Map.entry("/mechanism-drafts/{draft}", SampleDraft::waiting),
            Map.entry("/flow-drafts/{draft}", SampleDraft::flow),
            Map.entry("/log/{entry}", SampleLog::entry),
            Map.entry("/units/{unit}/imports", SampleImports::list),
            Map.entry("/units/{unit}/imports/{id}", SampleImports::checked),
            Map.entry("/units/{unit}/charts", SampleCharts::list),
            Map.entry("/units/{unit}/charts/{id}", SampleCharts::faulty),
            Map.entry("/units/{unit}/organizations", Sample::tree),
            Map.entry("/units/{unit}/organizations/export", SampleCharts::export),
            organization("", ""),
            organization("/history", "/history"),
            organization("/changes/new", "/changes/new"),
            organization("/{deed}/new", "/handovers/new"),
            organization("/records", "/records"),
            organization("/records/new", "/records/new?kind=committee_meeting"),
            Map.entry("/units/{unit}/invitations/{invitation}", SampleRecords::asked),
            organization("/papers", "/papers"),
            organization("/papers/{form}", "/papers/year"),
            Map.entry("/units/{unit}/paper-templates", context -> SampleStandings.unit(context, "/paper-templates")),
            organization("/duties", "/duties"),
            organization("/year", "/year"),
            Map.entry("/units/{unit}/obligations/{obligation}", SampleStandings::why),
            standing("/overview"),
            standing("/overview/obligations"),
            Map.entry("/units/{unit}/sums", context -> SampleStandings.unit(context, "/sums?view=chart")),
            written(""),
            written("/receipt"),
            written("/attachments"),
            organization("/plans", "/plans"),
            organization("/plans/new", "/plans/new?kind=committee_meeting"),
            standingBranch("/arrears"),
            organization("/ledgers", "/ledgers"),
            Map.entry("/units/{unit}/ledgers/{id}", SampleLedger::asking),
            Map.entry("/units/{unit}/ledger-imports", SampleLedger::list),
            Map.entry("/units/{unit}/ledger-imports/{id}", SampleLedger::written),
            plan(""),
            plan("/change"),
            written("/correction"),
            written("/withdrawal"),
            people(""),
            people("/new"),
            people("/export"),
            people("/print"),
            person(""),
            person("/edit"),
            person("/transfer"),
            person("/departure"),
            person("/merger"),
            person("/number"));

    /** Who opens the pages that are not for everyone, if not an administrator. */
    private static final Map<String, String> ROLES = Map.of(
            "/units",
            "staff",
            "/units/{unit}/sums",
            "staff",
            "/sunsets/{mechanism}",
            "staff",
            "/mechanism-drafts",
            "staff",
            "/mechanism-drafts/new",
            "staff",
            "/mechanism-drafts/{draft}",
            "staff");

    private Visits() {}

    private static Map.Entry<String, Function<ApplicationContext, String>> people(String below) {
        return Map.entry("/units/{unit}/people" + below, context -> Sample.people(context, below));
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> person(String below) {
        return Map.entry("/units/{unit}/people/{person}" + below, context -> Sample.person(context, below));
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> standing(String below) {
        return Map.entry("/units/{unit}" + below, context -> SampleStandings.unit(context, below));
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> standingBranch(String below) {
        return Map.entry("/units/{unit}/organizations/{organization}" + below, context -> {
            SampleStandings.why(context);
            return Sample.third(context, below);
        });
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> written(String below) {
        return Map.entry("/units/{unit}/records/{record}" + below, context -> SampleRecords.one(context) + below);
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> plan(String below) {
        return Map.entry("/units/{unit}/plans/{plan}" + below, context -> SamplePlans.one(context) + below);
    }

    static List<Visit> of(ApplicationContext context, String base) {
        List<Visit> visits = new ArrayList<>();
        Set<String> routes = routes(context);
        Set<String> stale = new LinkedHashSet<>(SAMPLES.keySet());
        stale.removeAll(routes);
        if (!stale.isEmpty()) {
            throw new IllegalStateException("samples of routes that no longer exist: " + stale);
        }
        for (String route : routes) {
            String address = address(route, context);
            String role = ROLES.getOrDefault(route, "administrator");
            visits.add(new Visit(route, address, 200, isPublic(base + address) ? null : role));
        }
        visits.add(new Visit("(an import that was refused)", SampleImports.refused(context), 200, "administrator"));
        visits.add(new Visit("(a reason is asked first)", Sample.people(context, ""), 403, "staff"));
        visits.add(new Visit("(a chart without faults)", SampleCharts.fine(context), 200, "administrator"));
        visits.add(new Visit("(what a chart changes)", SampleCharts.changed(context), 200, "administrator"));
        visits.add(new Visit("(a chart that was put away)", SampleCharts.cancelled(context), 200, "administrator"));
        visits.add(new Visit("(a draft with faults)", SampleDraft.faulty(context), 200, "staff"));
        visits.add(new Visit("(no such page)", "/no-such-page", 404, null));
        visits.sort(Comparator.comparing(Visit::route));
        return visits;
    }

    private static Map.Entry<String, Function<ApplicationContext, String>> organization(String route, String below) {
        return Map.entry("/units/{unit}/organizations/{organization}" + route, context -> Sample.third(context, below));
    }

    private static Set<String> routes(ApplicationContext context) {
        Map<RequestMappingInfo, HandlerMethod> handlers = context.getBean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        Set<String> routes = new LinkedHashSet<>();
        handlers.forEach((mapping, handler) -> {
            Class<?> answer = handler.getMethod().getReturnType();
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                if (answer == Html.class) {
                    routes.addAll(mapping.getPatternValues());
                } else if (answer == Object.class || View.class.isAssignableFrom(answer)) {
                    throw new IllegalStateException("cannot tell whether this is a page: " + handler);
                }
            }
        });
        return routes;
    }

    private static boolean isPublic(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
            return answer.headers()
                    .firstValue("Location")
                    .filter(location -> location.contains("/sign-in"))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String address(String route, ApplicationContext context) {
        if (!route.contains("{")) {
            return route;
        }
        Function<ApplicationContext, String> sample = SAMPLES.get(route);
        if (sample == null) {
            throw new IllegalStateException("Visits.SAMPLES has no address for the page " + route);
        }
        return sample.apply(context);
    }
}
