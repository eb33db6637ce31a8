package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.Page;

/** Founding an organization below another. */
@Component
@Order(1)
class FoundingDeed implements Deed {
    private final Organizations organizations;

    FoundingDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "foundings";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        boolean top = subject.state().superior() == null;
        boolean branch = subject.state().kind().holdsMembers();
        return new Fields(page, typed)
                .text("name", null, false, page.t("organization.hint.name"))
                .text("shortName", null, true, page.t("organization.hint.shortName"))
                .choice("kind", subject.kinds(page, top), branch ? "GROUP" : "BRANCH")
                .text("code", null, true, page.t("organization.hint.code"))
                .text("approvalNumber", null, true, null)
                .founded(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        OrganizationState state = new OrganizationState(
                typed.text("name", 100),
                typed.optional("shortName", 40),
                typed.choice("kind", OrganizationKind.class),
                subject.id(),
                0,
                typed.optional("approvalNumber", 100));
        Founding founding = new Founding(typed.code("code"), state);
        var because = Fields.because(typed, state.approvalNumber());
        typed.check();
        return organizations.found(subject.scope(), founding, because);
    }
}
