package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;

/** Those who do part of the work: a member of a committee, the office of the Party group, the lead of a study group. */
class BesideTheSecretaryTests extends RecordDesk {
    @Test
    void aMemberOfTheCommitteeRecordsAndSeesTheRosterButDoesNotChangeIt() {
        Browser committee = as("committee", made.unit().unitId(), made.third());
        assertThat(status(committee.post(records, fields("committee-1", "minutes", "支委记的"))))
                .isEqualTo(303);
        assertThat(status(committee.get(base + "/people"))).isEqualTo(200);
        String person = base + "/people/" + made.person("周晓岚");
        assertThat(status(committee.get(person))).isEqualTo(200);
        assertThat(status(committee.get(person + "/edit"))).isEqualTo(404);
        assertThat(status(committee.get(base + "/people/export"))).isEqualTo(404);
        assertThat(status(committee.get(newMatter(made.third())))).isEqualTo(200);
    }

    @Test
    void theLeadOfAStudyGroupRecordsAndSeesNoRosterAndNoMatters() {
        Browser lead = as("youth", made.unit().unitId(), made.third());
        assertThat(status(lead.post(records, fields("youth-1", "minutes", "组长记的"))))
                .isEqualTo(303);
        assertThat(status(lead.get(records.replace("/records", "/plans/new")))).isEqualTo(200);
        assertThat(status(lead.get(base + "/people"))).isEqualTo(404);
        assertThat(status(lead.get(newMatter(made.third())))).isEqualTo(404);
        String papers = records.replace("/records", "/papers");
        assertThat(status(lead.get(papers + "/study"))).isEqualTo(200);
        assertThat(page(lead.get(papers)).select("main a[href*=members], main a[href*=matters]"))
                .isEmpty();
        for (String form : List.of("/members", "/members/ledger.xlsx", "/matters", "/matters/ledger.xlsx")) {
            assertThat(status(lead.get(papers + form))).as(form).isEqualTo(404);
            assertThat(status(lead.get("/api/v1" + papers + form))).as(form).isNotEqualTo(200);
        }
    }

    @Test
    void theOfficeOfThePartyGroupRecordsAndFollowsWhatWasDecidedAndSeesNoRoster() {
        OrganizationId top = made.unit().rootId();
        Browser office = as("office", made.unit().unitId(), top);
        String held = base + "/organizations/" + top + "/records";
        assertThat(status(office.get(held + "/new"))).isEqualTo(200);
        assertThat(status(office.get(newMatter(top)))).isEqualTo(200);
        assertThat(status(office.get(base + "/matters"))).isEqualTo(200);
        assertThat(status(office.get(base + "/overview"))).isEqualTo(200);
        assertThat(status(office.get(base + "/people"))).isEqualTo(404);
        assertThat(status(office.get(held.replace("/records", "/papers/members"))))
                .isEqualTo(404);
        assertThat(status(office.get(base + "/imports"))).isEqualTo(404);
    }

    private String newMatter(OrganizationId host) {
        return base + "/organizations/" + host + "/matters/new";
    }
}
