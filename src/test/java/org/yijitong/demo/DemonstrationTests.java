package org.yijitong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yijitong.ProductTest;

/** The world that a first start makes: how much there is, and that it could be true. */
@ProductTest
@TestPropertySource(properties = "yijitong.demo=true")
class DemonstrationTests {
    private static final String NOW = "recorded_to = 'infinity' AND valid_from <= now() AND valid_to > now()";

    private final Behind behind;

    DemonstrationTests(@Autowired JdbcClient product) throws SQLException {
        behind = new Behind(product);
    }

    @AfterEach
    void leave() {
        behind.close();
    }

    @Test
    void eightUnitsSixtyBranchesTwelveHundredPeople() {
        assertThat(behind.count("SELECT count(*) FROM organization.units")).isEqualTo(8);
        assertThat(behind.count("SELECT count(*) FROM organization.organization_versions WHERE " + NOW
                        + " AND kind IN ('branch', 'joint_branch')"))
                .isBetween(58L, 62L);
        assertThat(behind.count("SELECT count(DISTINCT person_id) FROM organization.memberships WHERE " + NOW
                        + " AND sphere = 'party'"))
                .isEqualTo(1200);
    }

    @Test
    void oneMergerOneSplitAndEveryOtherKindOfChange() {
        assertThat(behind.count("SELECT count(*) FROM organization.organization_changes WHERE kind = 'merged'"))
                .isOne();
        assertThat(behind.count("SELECT count(*) FROM organization.organization_changes WHERE kind = 'split'"))
                .isOne();
        assertThat(behind.texts("SELECT DISTINCT kind FROM organization.organization_changes"))
                .contains("founded", "renamed", "moved", "corrected", "absorbed", "split_off");
        assertThat(behind.texts("SELECT DISTINCT kind FROM organization.person_changes"))
                .contains("added", "amended", "transferred", "left");
        assertThat(behind.texts("SELECT DISTINCT kind FROM organization.organization_versions"))
                .hasSize(15);
    }

    @Test
    void itWasRecordedOverTwoYearsAndNothingInTheFuture() {
        assertThat(behind.count("""
                SELECT date_part('day', now() - min(recorded_at))::int FROM organization.organization_changes
                """)).isBetween(725L, 731L);
        assertThat(behind.count("""
                SELECT count(*) FROM organization.memberships WHERE recorded_from > now()
                    OR (recorded_to > now() AND recorded_to <> 'infinity')
                """)).isZero();
        assertThat(behind.count("SELECT count(*) FROM organization.person_changes WHERE recorded_at > now()"))
                .isZero();
        assertThat(behind.count("""
                SELECT count(*) FROM organization.person_changes WHERE effective_on > recorded_at::date + 1
                """)).isZero();
        assertThat(behind.count("SELECT count(DISTINCT recorded_at::date) FROM organization.person_changes"))
                .isGreaterThan(100);
    }

    @Test
    void daysOfAPersonAgree() {
        assertThat(behind.texts("""
                SELECT name FROM organization.people
                WHERE joined_on < birth_date + interval '18 years' OR confirmed_on < joined_on + interval '1 year'
                   OR joined_on > now() OR work_started_on < birth_date + interval '16 years'
                """)).isEmpty();
        assertThat(behind.texts("""
                SELECT p.name || ' ' || m.kind FROM organization.people p
                JOIN organization.memberships m USING (unit_id, person_id)
                WHERE m.sphere = 'party' AND m.recorded_to = 'infinity' AND m.valid_to = 'infinity' AND
                    CASE m.kind WHEN 'full' THEN p.joined_on IS NULL OR p.confirmed_on IS NULL
                                WHEN 'probationary' THEN p.joined_on IS NULL OR p.confirmed_on IS NOT NULL
                                ELSE p.joined_on IS NOT NULL END
                """)).isEmpty();
        assertThat(behind.texts("""
                SELECT p.name FROM organization.people p JOIN organization.memberships m USING (unit_id, person_id)
                JOIN organization.organization_versions v
                  ON v.unit_id = m.unit_id AND v.organization_id = m.organization_id AND v.recorded_to = 'infinity'
                GROUP BY m.unit_id, m.membership_id, p.name, m.valid_from HAVING min(v.valid_from) > m.valid_from
                """)).as("in a branch before it was there").isEmpty();
    }

    @Test
    void nameNumberAndTelephoneBelongToNobody() {
        Set<String> avoid = WorldFile.read("people", Vocabulary.class).avoid();
        assertThat(behind.texts("SELECT name FROM organization.people"))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(avoid);
        assertThat(behind.texts("SELECT DISTINCT left(phone, 9) FROM organization.people"))
                .containsExactly("100-0000-");
        assertThat(behind.count("SELECT count(*) FROM organization.people WHERE office_phone !~ '^内线 6[0-9]{3}$'"))
                .isZero();
        assertThat(behind.count("SELECT count(*) FROM organization.identity_numbers"))
                .isEqualTo(behind.count("SELECT count(*) FROM organization.people"));
    }

    @Test
    void everyBranchWithPeopleHasASecretary() {
        assertThat(behind.texts("""
                SELECT v.name FROM organization.organization_versions v
                WHERE v.recorded_to = 'infinity' AND v.valid_to = 'infinity' AND v.kind IN ('branch', 'joint_branch')
                  AND NOT EXISTS (SELECT FROM organization.appointments a
                    WHERE a.unit_id = v.unit_id AND a.organization_id = v.organization_id AND a.post = 'secretary'
                      AND a.recorded_to = 'infinity' AND a.valid_to = 'infinity')
                """)).isEmpty();
    }
}
