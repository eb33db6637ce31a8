package org.yijitong.operation.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** A unit goes out of one server and comes into another, with other keys, other ids of duties and nothing in it. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnpackingTests {
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
        try (var here = new BundleRows(product);
                var there = new BundleRows(other)) {
            tried(() -> assertThat(unpack(bundle, BundleWorld.PASSPHRASE).top()).isTrue());
            assertThat(there.of(world.made.unit().unitId()).values())
                    .allSatisfy(rows -> assertThat(rows).isEmpty());

            assertThat(unpack(above, null).top()).isFalse();
            Unpacked unpacked = unpack(bundle, BundleWorld.PASSPHRASE);
            assertThat(unpacked.top()).isFalse();
            Map<String, List<String>> sent = here.of(world.made.unit().unitId());
            Map<String, List<String>> come = there.of(world.made.unit().unitId());
            assertThat(come.keySet()).isEqualTo(sent.keySet());
            sent.forEach(
                    (table, rows) -> assertThat(come.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
            assertThat(there.withoutPlace(world.made.unit().unitId())).isZero();
            assertThat(sent.values().stream().filter(rows -> !rows.isEmpty()).count())
                    .isGreaterThan(35);
        }
        theStandingIsTheSame();
        numbersAreFoundAndOpened();
        whatWaitedGoesOn();
        assertThatThrownBy(() -> unpack(bundle, BundleWorld.PASSPHRASE))
                .hasMessage("the unit " + world.made.unit().code() + " 省数字事务厅机关党委 is here already");
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
