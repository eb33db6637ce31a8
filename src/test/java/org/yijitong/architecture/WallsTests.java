package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wall stands in the product, and falls when the planted code leans on it. */
class WallsTests {
    @Test
    void thereIsAProductToLookAt() {
        assertThat(Modules.CLASSES.size()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theProductKeeps(ArchRule rule, String planted) {
        rule.allowEmptyShould(true).check(Modules.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void thePlantedCodeBreaks(ArchRule rule, String planted) {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(Planted.classes(planted))
                        .hasViolation())
                .isTrue();
    }

    static Stream<Arguments> walls() {
        return Stream.of(database(), web(), habits(), shapes()).flatMap(each -> each);
    }

    private static Stream<Arguments> database() {
        return Stream.of(
                wall("only stores touch Db", Walls.ONLY_STORES_TOUCH_THE_DATABASE, """
                        package org.yijitong.organization;
                        class Roster { Roster(org.yijitong.shared.Db db) { db.global("SELECT 1"); } }
                        """),
                wall("nobody goes around Db", Walls.NOBODY_GOES_AROUND_DB, """
                        package org.yijitong.organization;
                        class RosterStore { javax.sql.DataSource source; }
                        """),
                wall("stores are package-private", Walls.STORES_ARE_PRIVATE, """
                        package org.yijitong.organization;
                        public class RosterStore {}
                        """),
                wall("transactions belong to verbs", Walls.TRANSACTIONS_BELONG_TO_VERBS, """
                        package org.yijitong.organization;
                        class RosterStore { @org.springframework.transaction.annotation.Transactional void add() {} }
                        """),
                wall("web begins no transaction", Walls.WEB_BEGINS_NO_TRANSACTION, """
                        package org.yijitong.organization.web;
                        class Rows { @org.springframework.transaction.annotation.Transactional void add() {} }
                        """));
    }

    private static Stream<Arguments> web() {
        return Stream.of(
                wall("controllers are package-private, in web", Walls.CONTROLLERS_ARE_PRIVATE, """
                        package org.yijitong.organization.web;
                        @org.springframework.stereotype.Controller
                        public class RosterController {}
                        """),
                wall("controllers live in web", Walls.CONTROLLERS_ARE_PRIVATE, """
                        package org.yijitong.organization;
                        @org.springframework.web.bind.annotation.RestController
                        class RosterController {}
                        """),
                wall("web uses only the API", Walls.WEB_USES_ONLY_THE_API, """
                        package org.yijitong.organization.inside;
                        public class Secret {}
                        package org.yijitong.access.web;
                        class RosterController { org.yijitong.organization.inside.Secret secret; }
                        """),
                wall("nothing needs the demonstration", Walls.NOTHING_NEEDS_THE_DEMO, """
                        package org.yijitong.demo;
                        public class World {}
                        package org.yijitong.access;
                        class Door { org.yijitong.demo.World world; }
                        """));
    }

    private static Stream<Arguments> habits() {
        return Stream.of(
                wall("today comes from the clock", Walls.TIME_COMES_FROM_THE_CLOCK, """
                        package org.yijitong.organization;
                        class Ages { Object today() { return java.time.LocalDate.now(); } }
                        """),
                wall("a method reference is a clock too", Walls.TIME_COMES_FROM_THE_CLOCK, """
                        package org.yijitong.organization;
                        class Ages { java.util.function.Supplier<Object> now = java.time.Instant::now; }
                        """),
                wall("no clock of one's own", Walls.TIME_COMES_FROM_THE_CLOCK, """
                        package org.yijitong.organization;
                        class Ages { java.time.Clock clock = java.time.Clock.systemDefaultZone(); }
                        """),
                wall("no old dates", Walls.TIME_COMES_FROM_THE_CLOCK, """
                        package org.yijitong.organization;
                        class Ages { java.util.Date now = new java.util.Date(); }
                        """),
                wall("no @Autowired", Walls.NO_AUTOWIRED, """
                        package org.yijitong.organization;
                        class Ages { @org.springframework.beans.factory.annotation.Autowired Ages() {} }
                        """),
                wall("no field injection", Walls.NO_FIELD_INJECTION, """
                        package org.yijitong.organization;
                        class Ages { @org.springframework.beans.factory.annotation.Value("x") String name; }
                        """),
                wall("no printing", Walls.NO_PRINTING, """
                        package org.yijitong.organization;
                        class Ages { void say() { System.out.println(1); } }
                        """));
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                wall("names say something", Walls.NAMES_SAY_SOMETHING, """
                        package org.yijitong.organization;
                        class RosterService {}
                        """),
                wall("no interface with one implementation", Walls.INTERFACES_HAVE_SEVERAL_KINDS, """
                        package org.yijitong.organization;
                        interface Roster {}
                        package org.yijitong.organization;
                        class OneRoster implements Roster {}
                        """),
                wall("no serializable types", Walls.NO_SERIALIZATION, """
                        package org.yijitong.organization;
                        class Roster implements java.io.Serializable {}
                        """),
                wall("no object streams", Walls.NO_SERIALIZATION, """
                        package org.yijitong.organization;
                        class Roster { java.io.ObjectInputStream stream; }
                        """),
                wall("no floating fields", Walls.NO_FLOATING_SCORES, """
                        package org.yijitong.organization;
                        record Score(double points) {}
                        """));
    }

    private static Arguments wall(String sentence, ArchRule rule, String planted) {
        return argumentSet(sentence, rule, planted);
    }
}
