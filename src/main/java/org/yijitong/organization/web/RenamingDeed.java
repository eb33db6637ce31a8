package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.Page;

/** Giving an organization another name. */
@Component
@Order(2)
class RenamingDeed implements Deed {
    private final Organizations organizations;

    RenamingDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "renamings";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed)
                .text("name", subject.state().name(), false, page.t("organization.hint.name"))
                .text("shortName", subject.state().shortName(), true, page.t("organization.hint.shortName"))
                .because(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        String name = typed.text("name", 100);
        String shortName = typed.optional("shortName", 40);
        Because because = Fields.because(typed);
        typed.check();
        organizations.rename(subject.scope(), subject.id(), name, shortName, because);
        return subject.id();
    }
}
