package org.yijitong.overview.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.OverviewDesk;

/** What programs read of standings and overviews. */
class ApiOverviewsTests extends OverviewDesk {
    private MvcTestResult officer(String path) {
        return asked("officer", made.unit().unitId(), made.unit().rootId(), "/api/v1" + path);
    }

    private static String body(MvcTestResult answer) throws Exception {
        assertThat(answer.getResponse().getStatus()).isEqualTo(200);
        return answer.getResponse().getContentAsString();
    }

    @Test
    void dueListStandingOverviewAndExplanationAreThere() throws Exception {
        String due = body(officer(third + "/duties"));
        assertThat(due).contains("\"name\":\"样例支委会\"", "\"state\":\"LATE\"").doesNotContain("样例谈心");
        assertThat(body(officer(third + "/standings?year=" + met.getYear()))).contains("\"state\":\"MET\"");
        String cells = body(officer(base + "/overview?mechanism=" + SampleDuties.MECHANISM));
        assertThat(cells).contains("第三党支部", "\"owed\":", "\"late\":");
        String behind = body(officer(base + "/overview/obligations?duty=" + duties.meeting()));
        assertThat(behind).contains("\"obligations\":[{");
        String id = behind.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(body(officer(base + "/obligations/" + id))).contains("第十一条", "\"counted\":");
    }

    /** As on the page: a month, what is missing, and the records behind what is done. */
    @Test
    void theListBehindACellNamesTheRecords() throws Exception {
        String list = base + "/overview/obligations?duty=" + duties.meeting() + "&of=" + made.third() + "&year="
                + met.getYear() + "&month=" + met.getMonthValue();
        assertThat(body(officer(list)))
                .contains("\"state\":\"MET\"", "\"organizationName\":\"第三党支部\"", "\"records\":[{\"id\":")
                .contains("\"day\":\"" + met + "\"");
        assertThat(body(officer(list + "&show=missing"))).contains("\"obligations\":[]");
        assertThat(officer(list.replaceAll("month=\\d+", "month=13"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(officer(list + "&show=some").getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void outOfReachIsNotThereAndNonsenseIsSaid() {
        OrganizationId other = made.other();
        for (String path : List.of(third + "/duties", base + "/overview", base + "/sums")) {
            MvcTestResult answer = asked("member", made.unit().unitId(), other, "/api/v1" + path);
            assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(404);
        }
        assertThat(officer(base + "/overview?year=99999").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(officer(base + "/overview?as=maybe").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(officer(base + "/overview?on=yesterday").getResponse().getStatus())
                .isEqualTo(400);
        assertThat(asked("staff", made.above().unitId(), made.above().rootId(), "/api/v1" + base + "/sums")
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }
}
