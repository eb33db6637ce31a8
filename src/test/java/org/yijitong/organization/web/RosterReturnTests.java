package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.People.Newcomer;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sex;
import org.yijitong.organization.Sphere;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.ImportState;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.organization.imports.Verdict;

/** What went out comes in again without a difference. */
class RosterReturnTests extends PeopleDesk {
    private static final LocalDate BORN = LocalDate.of(1949, 12, 31);

    @Autowired
    Identities identities;

    @Autowired
    RosterImports imports;

    @Autowired
    ImportRunner runner;

    @BeforeAll
    void peopleOfWhomEverythingIsKnown() {
        PersonId one = whole("贺兰朝露", BORN, MemberKind.FULL, List.of(MemberState.RETIRED, MemberState.FLOATING));
        identities.keep(made.scope(), one, "990203194912310042");
        PersonId other = whole("=闻人雪", BORN, MemberKind.PROBATIONARY, List.of());
        identities.keep(made.scope(), other, "990203194912310069");
        whole("贺兰朝露", BORN.plusYears(1), MemberKind.FULL, List.of());
    }

    @Test
    void theWorkbookWithIdentityNumbers() throws Exception {
        MvcTestResult sent = officer.post(roster + "/export", "because", "核对花名册");
        assertThat(status(sent)).isEqualTo(200);
        comesInAgainTheSame("花名册.xlsx", sent);
    }

    @Test
    void theWorkbookWithout() throws Exception {
        comesInAgainTheSame("花名册.xlsx", officer.get(roster + "/export.xlsx"));
    }

    @Test
    void theText() throws Exception {
        comesInAgainTheSame("花名册.csv", officer.get(roster + "/export.csv"));
    }

    private void comesInAgainTheSame(String name, MvcTestResult sent) {
        ImportId id = imports.bring(made.scope(), name, sent.getResponse().getContentAsByteArray(), days.today());
        runner.check(made.scope(), id);
        assertThat(imports.find(made.scope(), id).state()).isEqualTo(ImportState.CHECKED);
        Map<Verdict, Integer> counts = imports.counts(made.scope(), id);
        assertThat(counts)
                .as(
                        "%s %s",
                        imports.rows(made.scope(), id, Verdict.REFUSED, 0, 50),
                        imports.rows(made.scope(), id, Verdict.CHANGED, 0, 50))
                .isEqualTo(Map.of(Verdict.SAME, made.people().size() + 3));
    }

    private PersonId whole(String name, LocalDate born, MemberKind kind, List<MemberState> states) {
        return people.add(
                made.scope(),
                new Newcomer(
                        new PersonDetails(
                                name,
                                Sex.FEMALE,
                                "汉族",
                                "岭海省云栖市",
                                born,
                                LocalDate.of(2005, 7, 1),
                                kind == MemberKind.FULL ? LocalDate.of(2006, 7, 1) : null,
                                LocalDate.of(2002, 9, 1),
                                "大学本科",
                                "+86 138-0000-1234",
                                "内线 6103",
                                "数据资源处，\"主任科员\"",
                                "=1+1，@某人\n第二行"),
                        Sphere.PARTY,
                        new Belonging(made.third(), null, kind, states),
                        LocalDate.of(2010, 1, 1)));
    }
}
