package org.yijitong.organization.charts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.ProductTest;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** A unit with two general branches, one branch with a code and one without, and an administrative tree. */
@ProductTest
abstract class ChartDesk {
    static final LocalDate SINCE = LocalDate.of(2003, 9, 16);
    static final String HEADER = "组织代码,全称,简称,类别,上级,成立日期,批准文号\n";

    @Autowired
    ChartImports charts;

    @Autowired
    ChartCopies copies;

    @Autowired
    Units units;

    @Autowired
    Organizations organizations;

    @Autowired
    Trees trees;

    @Autowired
    Days days;

    @Autowired
    MessageSource messages;

    String code = "";
    Scope scope;
    OrganizationId top;
    OrganizationId first;
    OrganizationId second;
    OrganizationId coded;
    OrganizationId plain;

    final void aUnitAlone() {
        code = "C" + System.nanoTime();
        Units.Unit unit = units.found(
                UUID.randomUUID(),
                code,
                null,
                new OrganizationState("省数字事务厅机关党委", null, OrganizationKind.ORGAN_COMMITTEE, null, 0, null),
                Because.on(SINCE));
        scope = new Scope(UUID.randomUUID(), unit.unitId(), unit.rootId().value());
        top = unit.rootId();
    }

    @BeforeEach
    void aUnit() {
        aUnitAlone();
        first = found(null, "甲总支", OrganizationKind.GENERAL_BRANCH, top);
        second = found(null, "乙总支", OrganizationKind.GENERAL_BRANCH, top);
        coded = found("D-3", "省数字事务厅机关第三党支部", OrganizationKind.BRANCH, first);
        plain = found(null, "第四党支部", OrganizationKind.BRANCH, first);
        OrganizationId department = found(null, "省数字事务厅", OrganizationKind.DEPARTMENT, top);
        found(null, "数据资源处", OrganizationKind.OFFICE, department);
    }

    OrganizationId found(@Nullable String code, String name, OrganizationKind kind, OrganizationId superior) {
        OrganizationState state = new OrganizationState(name, null, kind, superior, 0, null);
        return organizations.found(scope, new Founding(code, state), Because.on(SINCE));
    }

    ChartId brought(String csv) {
        return brought(csv.getBytes(UTF_8), days.today());
    }

    ChartId brought(byte[] file, LocalDate on) {
        return charts.bring(scope, "组织表.csv", file, on);
    }

    Chart look(String csv) {
        return charts.look(scope, brought(csv));
    }

    Chart apply(String csv) {
        return apply(brought(csv));
    }

    Chart apply(ChartId id) {
        return charts.apply(scope, id, charts.look(scope, id).fingerprint());
    }

    /** The faults of a file: row, column, sentence. */
    List<String> faults(String csv) {
        return look(csv).lines(Verdict.REFUSED, 0, 100).stream()
                .flatMap(line -> line.faults().stream()
                        .map(fault -> line.rowNumber()
                                + ":"
                                + fault.column()
                                + ":"
                                + fault.key().replace("charts.fault.", "")))
                .toList();
    }

    List<TreeRow> tree(Tree tree) {
        return trees.asOf(scope, tree, AsOf.knownNow(days.today()));
    }

    TreeRow row(String name) {
        return tree(Tree.PARTY).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + tree(Tree.PARTY)));
    }

    byte[] export(Tree tree, LocalDate on, boolean xlsx) {
        return ChartSheet.file(
                copies.take(scope, tree, AsOf.knownNow(on), _ -> true),
                key -> messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE),
                xlsx);
    }
}
