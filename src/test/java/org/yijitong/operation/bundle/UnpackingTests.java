package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.TestDatabase;
import org.yijitong.Yijitong;
import org.yijitong.ledger.Rebuild;
import org.yijitong.matter.Act;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.Matters;
import org.yijitong.operation.bundle.Arrivals.Unpacked;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Identities;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.overview.Choice;
import org.yijitong.overview.Homes;
import org.yijitong.overview.Overviews;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** A unit goes out of one server and comes into another, with other keys, other ids of duties and nothing in it. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnpackingTests {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Autowired
    ApplicationContext product;

    @TempDir
    Path folder;

    private ConfigurableApplicationContext other;
    private BundleWorld world;

    @BeforeAll
    void otherServer() {
        other = new SpringApplicationBuilder(Yijitong.class)
                .initializers(new TestDatabase())
                .run("--server.port=0");
        world = BundleWorld.of(product);
    }

    @AfterAll
    void stop() {
        other.close();
    }

    private Unpacked unpack(Path bundle, @Nullable String passphrase) {
        return other.getBean(Arrivals.class).unpack(bundle, passphrase, _ -> {});
    }

    /** Does it and takes it back. */
    private void tried(Runnable work) {
        other.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    @Test
    void everyRowOfEveryTableIsTheSameAndNothingComesInTwice() {
        Path above = world.pack(folder, world.made.above().code(), null);
        Path bundle = world.pack(folder, BundleWorld.PASSPHRASE);
        assertThatThrownBy(() -> unpack(bundle, BundleWorld.PASSPHRASE))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("sample-rules/committee-meeting version 1")
                .hasMessageContaining("their mechanisms lie in its folder mechanisms");
        BundleWorld.duties(other);
        flowsAreAskedFor(bundle);
        try (var here = new BundleRows(product);
                var there = new BundleRows(other)) {
            tried(() -> assertThat(unpack(bundle, BundleWorld.PASSPHRASE).top()).isTrue());
            assertThat(there.of(world.made.unit().unitId()).values())
                    .allSatisfy(rows -> assertThat(rows).isEmpty());

            assertThat(unpack(above, null).top()).isFalse();
            Unpacked unpacked = unpack(bundle, BundleWorld.PASSPHRASE);
            assertThat(unpacked.top()).isFalse();
            everyRowIsTheSame(here, there);
        }
        theStandingIsTheSame();
        theBoardIsTheSame();
        numbersAreFoundAndOpened();
        whatWaitedGoesOn();
        assertThatThrownBy(() -> unpack(bundle, BundleWorld.PASSPHRASE))
                .hasMessage("the unit " + world.made.unit().code() + " 省数字事务厅机关党委 is here already");
    }

    private void everyRowIsTheSame(BundleRows here, BundleRows there) {
        Map<String, List<String>> sent = here.of(world.made.unit().unitId());
        Map<String, List<String>> come = there.of(world.made.unit().unitId());
        assertThat(come.keySet()).isEqualTo(sent.keySet());
        sent.forEach((table, rows) -> assertThat(come.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
        assertThat(there.withoutPlace(world.made.unit().unitId())).isZero();
        assertThat(come.get("matter.matters")).hasSize(4);
        assertThat(there.unknownInMatters(world.made.unit().unitId())).isZero();
        assertThat(sent.values().stream().filter(rows -> !rows.isEmpty()).count())
                .isGreaterThan(35);
    }

    private void flowsAreAskedFor(Path bundle) {
        assertThatThrownBy(() -> unpack(bundle, BundleWorld.PASSPHRASE))
                .isInstanceOf(BundleRefused.class)
                .hasMessage("matters of the bundle follow flows that are not here: sample-rectification version 1;"
                        + " their documents lie in its folder flows");
        BundleWorld.flows(other);
    }

    /** Lists, sums, histories and whose turn it is; then a matter goes on where it stood. */
    private void theBoardIsTheSame() {
        assertThat(board(other)).isEqualTo(board(product)).hasSizeGreaterThan(12);
        Scope scope = world.made.scope();
        MatterLine first = lines(other).stream()
                .filter(line -> line.title().equals("学习记录不全"))
                .findFirst()
                .orElseThrow();
        Act dismiss = new Act(1, "dismiss", Map.of("why-not", "已经补了"), Map.of(), "on-the-other-server");
        other.getBean(Matters.class).step(scope, first.matterId(), dismiss);
        assertThat(other.getBean(Matters.class).find(scope, first.matterId()).closed())
                .isTrue();
    }

    private List<MatterLine> lines(ApplicationContext server) {
        return server.getBean(Board.class)
                .lines(world.made.scope(), new MatterFilter(false, false, false, null, null, null, "", null), 100);
    }

    private List<String> board(ApplicationContext server) {
        Board board = server.getBean(Board.class);
        Scope scope = world.made.scope();
        Stream<Object> each = lines(server).stream().flatMap(line -> {
            Matter matter = server.getBean(Matters.class).find(scope, line.matterId());
            Flow flow = server.getBean(Flows.class).version(matter.versionId());
            return Stream.of(
                    line,
                    matter.known(),
                    flow.head().id(),
                    board.history(scope, matter),
                    board.holders(scope, matter),
                    board.names(scope, List.of(matter.hostId().value())));
        });
        Map<String, String> renamed = server
                .getBean(Flows.class)
                .inForce(server.getBean(Days.class).today())
                .stream()
                .collect(Collectors.toMap(
                        version -> version.versionId().toString(),
                        version -> version.flow().head().id()));
        return Stream.concat(each, board.counts(scope).stream().sorted(Comparator.comparing(Object::toString)))
                .map(Object::toString)
                .map(said -> UUIDS.matcher(said).replaceAll(id -> renamed.getOrDefault(id.group(), id.group())))
                .toList();
    }

    private void theStandingIsTheSame() {
        Rebuild.Found found =
                other.getBean(Rebuild.class).look(world.made.unit().unitId(), _ -> {});
        assertThat(found.clean()).as("%s", found).isTrue();
        assertThat(found.facts()).isPositive();
        assertThat(seen(other)).isEqualTo(seen(product));
    }

    /** What the branch comes in at and what the committee comes in at, without the ids of duties. */
    private List<String> seen(ApplicationContext server) {
        var today = server.getBean(Days.class).today();
        var home = server.getBean(Homes.class).of(world.made.branch(), world.made.third(), AsOf.knownNow(today));
        var overview = server.getBean(Overviews.class)
                .of(
                        world.made.scope(),
                        world.made.unit().rootId(),
                        new Choice(today.getYear(), null, null),
                        AsOf.knownNow(today));
        assertThat(home.due()).isNotEmpty();
        String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
        return Stream.of(home.bearers(), home.due(), home.month(), home.meters(), home.year(), home.plans(), overview)
                .map(each -> each.toString().replaceAll(uuid, "ID"))
                .toList();
    }

    private void numbersAreFoundAndOpened() {
        Identities identities = other.getBean(Identities.class);
        var person = world.made.person("林若川");
        assertThat(identities.reveal(world.made.scope(), person, "核对")).contains(BundleWorld.NUMBER);
        assertThat(identities.holders(world.made.scope(), List.of(BundleWorld.NUMBER)))
                .isEqualTo(Map.of(BundleWorld.NUMBER, person));
    }

    private void whatWaitedGoesOn() {
        RosterImports imports = other.getBean(RosterImports.class);
        Import waiting = imports.latest(world.made.scope(), 1).getFirst();
        assertThat(new String(imports.file(world.made.scope(), waiting.importId()), StandardCharsets.UTF_8))
                .contains(BundleWorld.WAITING);
        imports.apply(world.made.scope(), waiting.importId());
        other.getBean(ImportRunner.class).apply(world.made.scope(), waiting.importId());
        assertThat(other.getBean(Identities.class).holders(world.made.scope(), List.of(BundleWorld.WAITING)))
                .hasSize(1);
    }
}
