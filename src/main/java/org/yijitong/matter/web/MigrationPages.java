package org.yijitong.matter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowHead;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Puts the pages of migrations together. */
@Component
class MigrationPages {
    private static final int SHOWN = 100;

    private final Migrations migrations;
    private final Flows flows;
    private final AccountNames accounts;
    private final Days days;
    private final Templates html;

    MigrationPages(Migrations migrations, Flows flows, AccountNames accounts, Days days, Templates html) {
        this.migrations = migrations;
        this.flows = flows;
        this.accounts = accounts;
        this.days = days;
        this.html = html;
    }

    Html list(Page page, Scope scope) {
        String address = "/units/" + scope.unit() + "/migrations";
        List<Migration.Proposed> proposed = migrations.proposed(scope);
        Map<UUID, String> names =
                accounts.of(proposed.stream().map(Migration.Proposed::account).collect(Collectors.toSet()));
        List<MigrationsPage.Older> older = new ArrayList<>();
        migrations.running(scope).forEach(each -> {
            FlowHead head = flows.version(each.versionId()).head();
            int newest = newest(each.flow());
            if (newest > head.version()) {
                older.add(new MigrationsPage.Older(
                        address + "/new?flow=" + each.flow() + "&from=" + head.version() + "&to=" + newest,
                        head.name().in(page.words().language()),
                        page.t("matter.migration.number", head.version()),
                        each.matters()));
            }
        });
        return new Html(html.matterMigrations(
                page,
                new MigrationsPage(
                        older,
                        proposed.stream()
                                .map(each -> new MigrationsPage.Entry(
                                        address + "/" + each.id(),
                                        words(page, each.migration()),
                                        said(page, each, names)))
                                .toList())));
    }

    private int newest(String flow) {
        return flows.newest(flow, days.today())
                .map(each -> each.flow().head().version())
                .orElse(0);
    }

    private String words(Page page, Migration migration) {
        return page.t(
                "matter.migration.words",
                name(page, migration.flow(), migration.from()),
                migration.from(),
                migration.to());
    }

    private String name(Page page, String flow, int number) {
        return flows.numbered(flow, number)
                .map(each -> each.flow().head().name().in(page.words().language()))
                .orElse(flow);
    }

    private static String said(Page page, Migration.Proposed proposed, Map<UUID, String> names) {
        Migration.End end = proposed.end();
        if (end == null) {
            return page.t(
                    "matter.migration.waits", names.getOrDefault(proposed.account(), ""), page.moment(proposed.at()));
        }
        return end.approved()
                ? page.t("matter.migration.done", page.moment(end.at()), end.moved(), end.stayed())
                : page.t("matter.migration.dropped", page.moment(end.at()));
    }

    /** Before it is proposed. */
    Html asked(Page page, Scope scope, Migration migration, @Nullable String fault) {
        return shown(page, scope, migration, "/units/" + scope.unit() + "/migrations", null, fault);
    }

    /** One that was proposed: what it would do now, or what it did. */
    Html one(Page page, Scope scope, UUID id) {
        Migration.Proposed proposed = migrations.find(scope, id);
        return shown(
                page,
                scope,
                proposed.migration(),
                "/units/" + scope.unit() + "/migrations/" + id,
                new MigrationPage.Waiting(
                        said(page, proposed, accounts.of(Set.of(proposed.account()))),
                        proposed.end() == null,
                        proposed.account().equals(scope.account())),
                null);
    }

    private Html shown(
            Page page,
            Scope scope,
            Migration migration,
            String address,
            MigrationPage.@Nullable Waiting waiting,
            @Nullable String fault) {
        Flow from = flow(migration.flow(), migration.from());
        Flow to = flow(migration.flow(), migration.to());
        Migration.Preview preview = new Migration.Preview(List.of(), List.of());
        String wrong = fault;
        if (waiting == null || waiting.open()) {
            try {
                preview = migrations.preview(scope, migration);
            } catch (Invalid invalid) {
                wrong = page.t(invalid.faults().values().iterator().next().messageKey());
            }
        }
        Told told = new Told(page, scope, from, to);
        return new Html(
                html.matterMigration(
                        page,
                        new MigrationPage(
                                address,
                                migration.flow(),
                                name(page, migration.flow(), migration.from()),
                                migration.from(),
                                migration.to(),
                                others(page, migration),
                                told.renamed(migration),
                                told.entries(preview.moved()),
                                told.entries(preview.stayed()),
                                preview.moved().size(),
                                preview.stayed().size(),
                                waiting,
                                wrong)),
                MigrationController.status(wrong != null));
    }

    private Flow flow(String flow, int number) {
        return flows.numbered(flow, number).map(FlowVersion::flow).orElseThrow(NotFound::new);
    }

    private Map<String, String> others(Page page, Migration migration) {
        Map<String, String> others = new LinkedHashMap<>();
        flows.versions(migration.flow()).stream()
                .filter(each -> !each.flow().head().since().isAfter(days.today()))
                .map(each -> each.flow().head().version())
                .filter(number -> number != migration.from())
                .sorted()
                .forEach(number -> others.put(Integer.toString(number), page.t("matter.migration.number", number)));
        return others;
    }

    /** What is said of two versions. */
    private record Told(Page page, Scope scope, Flow from, Flow to) {
        List<MigrationPage.Renamed> renamed(Migration migration) {
            return from.states().stream()
                    .filter(state -> !state.last() && to.state(state.id()).isEmpty())
                    .map(state -> new MigrationPage.Renamed(
                            MigrationController.STATE + state.id(),
                            in(state),
                            to.states().stream()
                                    .filter(each -> !each.last() && each.closed() == state.closed())
                                    .collect(Collectors.toMap(
                                            Flow.State::id, this::in, (one, other) -> one, LinkedHashMap::new)),
                            migration.states().getOrDefault(state.id(), "")))
                    .toList();
        }

        List<MigrationPage.Move> entries(List<Migration.Line> lines) {
            MatterAddress at = new MatterAddress(scope.unit());
            return lines.stream()
                    .limit(SHOWN)
                    .map(line -> new MigrationPage.Move(
                            at.matter(line.matter()),
                            line.title(),
                            name(from, line.from()),
                            line.to() == null
                                    ? page.t("matter.migration.why." + line.why(), line.what())
                                    : name(to, line.to()),
                            line.before(),
                            line.after()))
                    .toList();
        }

        private String name(Flow flow, String state) {
            return flow.state(state).map(this::in).orElse(state);
        }

        private String in(Flow.State state) {
            return state.name().in(page.words().language());
        }
    }
}
