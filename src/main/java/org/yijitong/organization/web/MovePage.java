package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.Life;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.Person;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * The forms by which somebody moves within the unit or leaves it.
 *
 * @param now where the person belongs today; null after leaving
 * @param why the reason for leaving, as chosen
 * @param refused the sentence of a rule that said no
 */
public record MovePage(
        PeopleAddress at,
        Person person,
        Life.@Nullable Stay now,
        MoveForm form,
        String why,
        Map<String, String> places,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {

    /** Words for the kinds. */
    public Map<String, String> kinds(Page page) {
        return PersonChoices.of(page, "people.kind.", List.of(MemberKind.values()));
    }

    /** All states. */
    public List<MemberState> states() {
        return List.of(MemberState.values());
    }

    /** Words for the reasons of leaving; a reorganization is done elsewhere. */
    public Map<String, String> reasons(Page page) {
        return PersonChoices.of(
                page,
                "people.leaving.",
                List.of(Leaving.TRANSFER, Leaving.DEATH, Leaving.WITHDRAWAL, Leaving.EXPULSION, Leaving.LEFT));
    }

    /** Where the person belongs now, in words. */
    public String where(Page page) {
        if (now == null) {
            return page.t("people.move.nowhere");
        }
        String place =
                now.groupName() == null ? now.organizationName() : now.organizationName() + "·" + now.groupName();
        return page.t("people.life.party", place, RosterLine.state(page, now.kind(), now.states()));
    }
}
