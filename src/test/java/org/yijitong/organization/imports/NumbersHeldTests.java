package org.yijitong.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.RosterRow;
import org.yijitong.organization.Rosters;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/**
 * An identity number that another unit holds: its row is refused, the others go in, and nothing is said of where or by whom
 * it is held.
 */
@ProductTest
@Import(SampleUnit.class)
class NumbersHeldTests {
    private static final String HEADER = "姓名,公民身份号码,入党时间,所在支部,人员类别\n";
    private static final List<String> NUMBERS = List.of("990001198003070129", "990001198003070143");

    @Autowired
    SampleUnit sample;

    @Autowired
    RosterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Rosters rosters;

    @Autowired
    Days days;

    /** A number with its check character (GB 11643-1999). */
    private static String number(String of) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + of.charAt(i) - '0') * 2 % 11;
        }
        return of.substring(0, 17) + "10X98765432".charAt(sum % 11);
    }

    private ImportId checked(Scope scope, String rows) {
        byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        ImportId id = imports.bring(scope, "花名册.csv", file, days.today());
        runner.check(scope, id);
        return id;
    }

    private void putIn(Scope scope, ImportId id) {
        imports.apply(scope, id);
        runner.apply(scope, id);
    }

    private List<String> named(Scope scope, String name) {
        return rosters.page(scope, new RosterFilter(name, null, null, null), "", 10).rows().stream()
                .map(RosterRow::name)
                .toList();
    }

    @Test
    void itsRowIsRefusedAndTheRestGoesIn() {
        Scope other = sample.make().scope();
        Scope own = sample.make().scope();
        String number = number(NUMBERS.getFirst());
        putIn(other, checked(other, "宿望川,%s,2009.6.28,第三党支部,正式\n".formatted(number)));
        assertThat(named(other, "宿望川")).hasSize(1);
        ImportId id = checked(own, "陆问行,%s,2009.6.28,第三党支部,正式\n虞砚秋,,2010.7.1,第三党支部,正式\n".formatted(number));
        assertThat(imports.counts(own, id)).isEqualTo(Map.of(Verdict.REFUSED, 1, Verdict.ADDED, 1));
        CheckedRow refused = imports.rows(own, id, Verdict.REFUSED, 0, 10).getFirst();
        assertThat(refused.faults())
                .as("not a word about where or by whom")
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("imports.fault.held.otherUnit");
                    assertThat(fault.arguments()).isEmpty();
                    assertThat(fault.offers()).isEmpty();
                });
        putIn(own, id);
        assertThat(imports.find(own, id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(named(own, "虞砚秋")).hasSize(1);
        assertThat(named(own, "陆问行")).isEmpty();
    }

    @Test
    void takenMeanwhileTheImportIsShownAnewBeforeTheRestGoesIn() {
        Scope other = sample.make().scope();
        Scope own = sample.make().scope();
        String number = number(NUMBERS.getLast());
        ImportId id = checked(own, "陆问舟,%s,2009.6.28,第三党支部,正式\n虞砚冬,,2010.7.1,第三党支部,正式\n".formatted(number));
        assertThat(imports.counts(own, id)).isEqualTo(Map.of(Verdict.ADDED, 2));
        putIn(other, checked(other, "宿望海,%s,2009.6.28,第三党支部,正式\n".formatted(number)));
        putIn(own, id);
        assertThat(imports.find(own, id).state()).isEqualTo(ImportState.CHECKED);
        assertThat(imports.find(own, id).message()).isEqualTo("imports.back.changed");
        assertThat(imports.counts(own, id)).isEqualTo(Map.of(Verdict.REFUSED, 1, Verdict.ADDED, 1));
        putIn(own, id);
        assertThat(named(own, "虞砚冬")).hasSize(1);
    }
}
