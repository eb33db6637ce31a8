package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.Page;

/** Changing kind, place among siblings, or approval number. */
@Component
@Order(4)
class AmendmentDeed implements Deed {
    private final Organizations organizations;

    AmendmentDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "amendments";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed)
                .choice(
                        "kind",
                        subject.kinds(page, false),
                        subject.state().kind().name())
                .text(
                        "position",
                        Integer.toString(subject.state().position()),
                        false,
                        page.t("organization.hint.position"))
                .text("approvalNumber", subject.state().approvalNumber(), true, null)
                .because(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        OrganizationKind kind = typed.choice("kind", OrganizationKind.class);
        int position = typed.number("position");
        String approvalNumber = typed.optional("approvalNumber", 100);
        Because because = Fields.because(typed);
        typed.check();
        organizations.amend(subject.scope(), subject.id(), kind, position, approvalNumber, because);
        return subject.id();
    }
}
