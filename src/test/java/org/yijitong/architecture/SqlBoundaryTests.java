package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.architecture.Statements.Statement;

/** The walls that the module system cannot see: inside the SQL. */
class SqlBoundaryTests {
    private static final List<JavaSource> MAIN = JavaSource.of(Project.MAIN);
    private static final SqlRules RULES = new SqlRules(Modules.declared());

    @Test
    void everyStatementNamesItsUnitAndStaysInItsSchema() {
        List<Statement> statements =
                MAIN.stream().flatMap(source -> Statements.of(source).stream()).toList();
        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(statements.stream().flatMap(each -> RULES.check(each).stream()))
                .isEmpty();
    }

    @Test
    void everyOtherTextOfSqlStaysInItsSchema() {
        assertThat(MAIN.stream()
                        .flatMap(source -> Statements.texts(source)
                                .flatMap(sql ->
                                        RULES.foreign(source, sql).stream().map(each -> source.name() + " " + each))))
                .isEmpty();
    }

    @Test
    void onlyStoresHoldSql() {
        assertThat(MAIN.stream()
                        .filter(source -> !source.type().endsWith("Store"))
                        .filter(source -> !List.of("shared", "operation").contains(source.module()))
                        .filter(source -> Statements.texts(source).findAny().isPresent())
                        .map(JavaSource::name))
                .isEmpty();
    }

    @Test
    void publishedViewsAreNamedInTheirModule() {
        var views = java.util.regex.Pattern.compile("CREATE (?:OR REPLACE )?VIEW (\\w+)\\.(\\w+)");
        assertThat(Project.below(Project.MIGRATIONS).stream()
                        .flatMap(file -> views.matcher(Project.text(file)).results())
                        .filter(view -> !view.group(2).startsWith("v_")
                                || !packageOf(view.group(1)).contains(view.group(2)))
                        .map(view -> view.group()))
                .isEmpty();
    }

    private static String packageOf(String module) {
        return Project.text(Project.MAIN.resolve(Path.of("org", "yijitong", module, "package-info.java")));
    }

    @Test
    void settingsAreSetForOneTransactionOnly() {
        assertThat(Stream.of(Project.MAIN, Path.of("src", "main", "resources", "db"))
                        .flatMap(folder -> Project.below(folder).stream())
                        .filter(file -> setsForLong(Project.text(file))))
                .isEmpty();
        assertThat(setsForLong("SELECT set_config('app.unit', '1', false)")).isTrue();
        assertThat(setsForLong("db.global(\"SET app.unit = 1\")")).isTrue();
    }

    private static boolean setsForLong(String text) {
        return text.contains("set_config") || text.matches("(?s).*\\bSET\\s+(SESSION\\s+)?(app\\.|ROLE\\b).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.in(unit, \"SELECT name FROM organization.people\")",
                "db.in(unit, \"SELECT 1 FROM organization.people p JOIN organization.terms t ON t.id = p.id"
                        + " WHERE p.unit_id = :unit\")",
                "db.in(unit, \"SELECT detail FROM audit.entries WHERE unit_id = :unit\")",
                "db.in(unit, \"SELECT 1 FROM organization.people WHERE unit_id = :unit AND name = '\" + name + \"'\")",
                "db.in(unit, \"SELECT %s\".formatted(column))",
                "db.in(unit, \"SELECT 1 FROM organization.people WHERE unit_id = :unit ORDER BY A\".replace(\"A\", name))",
                "db.global(\"SELECT name FROM organization.people\")",
                "db.across(root, \"WITH RECURSIVE a AS (SELECT 1) SELECT 1\")",
                "db.across(root, \"SELECT 1 FROM organization.people FOR UPDATE SKIP LOCKED\")",
                "db.across(root, \"SELECT kind, count(*) FROM organization.people GROUP BY GROUPING SETS (kind)\")"
            })
    void aPlantedStatementIsFound(String call) {
        assertThat(planted("organization", call)).isNotEmpty();
    }

    @Test
    void aPlantedStatementOverAnUndeclaredModuleIsFound() {
        assertThat(planted("audit", "db.global(\"SELECT 1 FROM organization.v_unit_heads\")"))
                .singleElement()
                .asString()
                .contains("without a declared dependency");
        assertThat(planted("access", "db.global(\"SELECT 1 FROM organization.v_unit_heads\")"))
                .isEmpty();
    }

    private static List<String> planted(String module, String call) {
        var rules = new SqlRules(Map.of(
                "shared", List.of(),
                "audit", List.of("shared"),
                "organization", List.of("shared", "audit"),
                "access", List.of("shared", "organization")));
        return JavaSource.planted("PlantedStore.java", """
                package org.yijitong.%s;
                class PlantedStore { Db db; void run(String name) { %s.run(); } }
                """.formatted(module, call)).stream()
                .flatMap(source -> Statements.of(source).stream())
                .flatMap(statement -> rules.check(statement).stream())
                .collect(Collectors.toList());
    }
}
