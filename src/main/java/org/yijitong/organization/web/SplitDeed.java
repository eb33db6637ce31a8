package org.yijitong.organization.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Reorganizations;
import org.yijitong.shared.Page;

/** Splitting a new organization off, with some of the people. */
@Component
@Order(6)
class SplitDeed implements Deed {
    private final Reorganizations reorganizations;

    SplitDeed(Reorganizations reorganizations) {
        this.reorganizations = reorganizations;
    }

    @Override
    public String noun() {
        return "splits";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed)
                .text("name", null, false, page.t("organization.hint.name"))
                .text("shortName", null, true, page.t("organization.hint.shortName"))
                .choice(
                        "kind",
                        subject.kinds(page, false),
                        subject.state().kind().name())
                .checks("people", subject.people())
                .text("approvalNumber", null, true, null)
                .founded(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        OrganizationState state = new OrganizationState(
                typed.text("name", 100),
                typed.optional("shortName", 40),
                typed.choice("kind", OrganizationKind.class),
                subject.state().superior(),
                0,
                typed.optional("approvalNumber", 100));
        List<PersonId> people = typed.people("people");
        Because because = Fields.because(typed, state.approvalNumber());
        typed.check();
        return reorganizations.split(subject.scope(), subject.id(), new Founding(null, state), people, because);
    }
}
