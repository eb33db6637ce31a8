package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.yijitong.organization.OrganizationId;

/** What a form of a matter sends under one name twice: somebody chosen and somebody typed, a party and a field. */
class SaidTests {
    private final LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    @Test
    void whatIsTypedReplacesWhatIsChosenAndNothingDoesNot() {
        values.put("begin-member", List.of("chosen", "typed"));
        values.put("begin-mentor", List.of("chosen", " "));
        values.put("other-member", List.of("elsewhere"));
        assertThat(MatterController.answers("begin", values))
                .containsEntry("member", "typed")
                .containsEntry("mentor", "chosen")
                .hasSize(2);
    }

    @Test
    void aPartyAndAFieldOfOneNameAreBothRead() {
        UUID team = UUID.randomUUID();
        values.put("begin-team", List.of(team.toString(), "梁亦舟、谢明棠"));
        assertThat(MatterController.parties("begin", values)).containsEntry("team", new OrganizationId(team));
        assertThat(MatterController.answers("begin", values)).containsEntry("team", "梁亦舟、谢明棠");
    }
}
