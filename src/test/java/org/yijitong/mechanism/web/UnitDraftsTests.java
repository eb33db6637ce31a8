package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Units.Unit;

/** A unit below writes for itself and those below it, and for nobody else. */
class UnitDraftsTests extends DraftDesk {
    @Test
    void draftsOfAUnitAreSeenByNobodyElse() {
        String draft = begun(text());
        Browser below = as("officer", tree.department());
        assertThat(page(below.get(DRAFTS)).text()).doesNotContain("跨部门读书会");
        assertThat(status(below.get(draft))).isEqualTo(404);
        assertThat(status(step(below, draft, "approval", 1))).isIn(404, 409);
        assertThat(status(as("member", tree.committee()).get(DRAFTS))).isEqualTo(404);
    }

    @Test
    void aUnitWritesForItselfAndThoseBelow() {
        Unit department = tree.department();
        author = as("officer", department);
        second = as("officer", department);
        String own = text().replace("[branch, joint_branch]", "[" + kind(department) + "]");
        own = own.replaceAll("since: [-0-9]+", "since: " + LocalDate.now(clock).getYear() + "-01-01");
        assertThat(own).contains("units: [" + department.code() + "]");
        MvcTestResult all = step(author, begun(own.replaceAll("units: .*\n", "")), "submission", 1);
        assertThat(status(all)).isEqualTo(422);
        assertThat(page(all).text()).contains("只能管本单位和下级", department.code());
        String draft = begun(own);
        assertThat(status(step(author, draft, "submission", 1))).isEqualTo(303);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        assertThat(published()).isTrue();
        assertThat(page(author.get("/mechanisms/" + mechanism)).select("main").text())
                .contains("只管：" + department.name());
        assertThat(owed(department)).isPositive();
        assertThat(owed(tree.sibling())).isZero();
    }

    @Test
    void aUnitTakesNoDocumentOverThatBindsOthers() {
        String draft = begun(text());
        step(author, draft, "submission", 1);
        assertThat(status(step(second, draft, "approval", 2))).isEqualTo(303);
        author = as("officer", tree.department());
        String text = page(author.get(DRAFTS + "/new?of=" + mechanism))
                .select("#text")
                .getFirst()
                .wholeText();
        MvcTestResult taken =
                step(author, begun(text + "units: [" + tree.department().code() + "]\n"), "submission", 1);
        assertThat(status(taken)).isEqualTo(422);
        assertThat(page(taken).text()).contains("已经有别的单位在用");
    }

    private String kind(Unit unit) {
        return inUnit(unit, """
                SELECT kind FROM organization.v_organizations
                WHERE unit_id = :unit AND organization_id = :root AND valid_to = 'infinity'
                """, String.class);
    }

    private int owed(Unit unit) {
        return inUnit(unit, """
                SELECT count(*)::int FROM ledger.owed(:unit, '2026-01-01', '2099-01-01') w
                JOIN mechanism.duties d ON d.duty_id = w.duty_id
                WHERE d.mechanism = :mechanism AND :root::uuid IS NOT NULL
                """, Integer.class);
    }

    private <T> T inUnit(Unit unit, String statement, Class<T> type) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return java.util.Objects.requireNonNull(transaction.execute(_ -> db.in(unit.unitId(), statement)
                .bind("root", unit.rootId())
                .bind("mechanism", mechanism)
                .one(type)));
    }
}
