package org.yijitong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yijitong.ProductTest;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** The third branch of 省数字事务厅 is as the manuals and screens tell it, whatever day it is. */
@ProductTest
@TestPropertySource(properties = "yijitong.demo=true")
class StoryTests {
    @Autowired
    Units units;

    @Autowired
    Trees trees;

    @Autowired
    Days days;

    private final Behind behind;

    StoryTests(@Autowired JdbcClient product) throws SQLException {
        behind = new Behind(product);
    }

    @AfterEach
    void leave() {
        behind.close();
    }

    @Test
    void twentyMembersAndTwoActivists() {
        assertThat(members("true")).isEqualTo(22);
        assertThat(members("m.kind = 'full' AND NOT 'suspended' = ANY(m.states)"))
                .isEqualTo(18);
        assertThat(members("m.kind = 'probationary'")).isOne();
        assertThat(members("m.kind = 'activist'")).isEqualTo(2);
        assertThat(members("'suspended' = ANY(m.states)")).isOne();
        assertThat(members("'floating' = ANY(m.states)")).isOne();
        assertThat(members("'retired' = ANY(m.states)")).isOne();
        assertThat(members(inGroup("第一党小组"))).isEqualTo(11);
        assertThat(members(inGroup("第二党小组"))).isEqualTo(9);
    }

    @Test
    void theCommitteeHasOneVacancySinceTheMemberWhoMovedAway() {
        assertThat(holders("a.valid_to = 'infinity'"))
                .containsExactlyInAnyOrder(
                        "secretary 林若川 " + day(2024, 1, 19) + " " + day(2027, 1, 18),
                        "deputy_secretary 陆知行 " + day(2024, 1, 19) + " " + day(2027, 1, 18),
                        "organization_member 陆知行 " + day(2024, 1, 19) + " " + day(2027, 1, 18),
                        "discipline_member 沈南乔 " + day(2024, 1, 19) + " " + day(2027, 1, 18),
                        "youth_member 顾明川 " + day(2025, 3, 6) + " " + day(2027, 1, 18));
        assertThat(holders("a.valid_to = '" + day(2026, 10, 12) + "'"))
                .containsExactly("publicity_member 唐予安 " + day(2024, 1, 19) + " " + day(2027, 1, 18));
        assertThat(behind.texts(
                        "SELECT office_phone FROM organization.people WHERE name IN ('林若川', '陆知行', '沈南乔', '顾明川')"))
                .containsExactlyInAnyOrder("内线 6103", "内线 6117", "内线 6121", "内线 6130");
        assertThat(day(2027, 1, 18))
                .as("the term ends in 56 days")
                .isEqualTo(days.today().plusDays(56));
    }

    @Test
    void theSecretarysFirstDayWasSetRight() {
        String secretary = """
                SELECT a.valid_from::text FROM organization.appointments a
                JOIN organization.people p USING (unit_id, person_id)
                WHERE p.name = '林若川' AND a.recorded_from < '%1$s' AND a.recorded_to >= '%1$s'
                """;
        assertThat(behind.texts(secretary.formatted(day(2026, 3, 1))))
                .containsExactly(day(2024, 1, 20).toString());
        assertThat(behind.texts(secretary.formatted(day(2026, 3, 4))))
                .containsExactly(day(2024, 1, 19).toString());
        assertThat(behind.texts("""
                SELECT reason FROM organization.organization_changes c WHERE kind = 'corrected'
                AND c.detail ->> 'post' = 'SECRETARY'""")).containsExactly("批复日期录错");
    }

    @Test
    void theHistoryOfTheBranch() {
        assertThat(tree(day(2019, 4, 9)))
                .extracting(TreeRow::display)
                .contains("信息中心党支部", "第五党支部")
                .doesNotContain("第三党支部");
        assertThat(tree(day(2025, 6, 30))).extracting(TreeRow::display).contains("第三党支部", "第五党支部");
        assertThat(tree(day(2025, 7, 1)))
                .extracting(TreeRow::display)
                .contains("第三党支部")
                .doesNotContain("第五党支部");
        assertThat(tree(day(2025, 7, 1)).stream()
                        .filter(row -> row.display().equals("第三党支部"))
                        .map(TreeRow::since))
                .containsExactly(day(2019, 4, 10));
        assertThat(behind.texts("""
                SELECT detail ->> 'people' FROM organization.organization_changes WHERE kind = 'absorbed'
                """)).containsExactly("6");
        assertThat(behind.texts("""
                SELECT approval_number FROM organization.organization_versions
                WHERE short_name = '信息中心党支部' AND recorded_to = 'infinity'
                """))
                .containsExactly("岭数机党〔%d〕6 号".formatted(day(2003, 9, 16).getYear()));
    }

    @Test
    void whatWasKnownThenDiffersFromWhatIsKnownNow() {
        LocalDate before = day(2025, 9, 9);
        assertThat(trees.asOf(scope(), Tree.PARTY, AsOf.knownThen(before)))
                .extracting(TreeRow::display)
                .contains("第八支部")
                .doesNotContain("第八党支部");
        assertThat(tree(before)).extracting(TreeRow::display).contains("第八党支部").doesNotContain("第八支部");
    }

    @Test
    void thePeopleOfTheStory() {
        assertThat(behind.texts("""
                SELECT concat_ws(' ', p.name, m.kind, array_to_string(m.states, ','), p.joined_on, m.valid_from)
                FROM organization.people p JOIN organization.memberships m USING (unit_id, person_id)
                WHERE p.name IN ('郑亦朗', '贺知微', '叶疏桐') AND m.sphere = 'party'
                  AND m.recorded_to = 'infinity' AND m.valid_to = 'infinity'
                """))
                .containsExactlyInAnyOrder(
                        "郑亦朗 probationary  " + day(2026, 5, 12) + " " + day(2026, 5, 12),
                        "贺知微 activist  " + day(2026, 3, 5),
                        "叶疏桐 full suspended " + day(2012, 9, 18) + " " + day(2026, 2, 10));
    }

    @Test
    void theAdministrativeTreeHasItsOffices() {
        assertThat(trees.asOf(scope(), Tree.ADMINISTRATIVE, AsOf.knownNow(days.today())))
                .extracting(TreeRow::display)
                .contains("省数字事务厅", "数据资源处", "应用推广处", "省数据服务中心");
    }

    private long members(String condition) {
        return behind.count("""
                SELECT count(*) FROM organization.memberships m
                JOIN organization.organization_versions v ON v.organization_id = m.organization_id
                  AND v.recorded_to = 'infinity' AND v.valid_to = 'infinity'
                WHERE v.short_name = '第三党支部' AND v.name LIKE '%%数字事务%%' AND m.sphere = 'party'
                  AND m.recorded_to = 'infinity' AND m.valid_to = 'infinity' AND (%s)
                """.formatted(condition));
    }

    private static String inGroup(String name) {
        return "m.kind IN ('full', 'probationary') AND EXISTS (SELECT FROM organization.organization_versions g"
                + " WHERE g.organization_id = m.group_id AND g.recorded_to = 'infinity' AND g.name = '" + name + "')";
    }

    private List<String> holders(String condition) {
        return behind.texts("""
                SELECT concat_ws(' ', a.post, p.name, a.valid_from, a.due_on)
                FROM organization.appointments a JOIN organization.people p USING (unit_id, person_id)
                JOIN organization.organization_versions v ON v.organization_id = a.organization_id
                  AND v.recorded_to = 'infinity' AND v.valid_to = 'infinity'
                WHERE v.short_name = '第三党支部' AND v.name LIKE '%%数字事务%%' AND a.recorded_to = 'infinity' AND (%s)
                """.formatted(condition));
    }

    private List<TreeRow> tree(LocalDate on) {
        return trees.asOf(scope(), Tree.PARTY, AsOf.knownNow(on));
    }

    private Scope scope() {
        Unit unit = units.byCode("LH-SZ").orElseThrow();
        return new Scope(new java.util.UUID(0, 0), unit.unitId(), unit.rootId().value());
    }

    /** A day of the story, moved to the real today. */
    private LocalDate day(int year, int month, int day) {
        return new StoryDays(LocalDate.of(2026, 11, 23), days.today()).of(LocalDate.of(year, month, day));
    }
}
