package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Reorganizations;
import org.yijitong.shared.Page;

/** Merging an organization into another. */
@Component
@Order(5)
class MergerDeed implements Deed {
    private final Reorganizations reorganizations;

    MergerDeed(Reorganizations reorganizations) {
        this.reorganizations = reorganizations;
    }

    @Override
    public String noun() {
        return "mergers";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed)
                .choice("into", subject.organizations(), null)
                .because(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        OrganizationId into = typed.organization("into");
        Because because = Fields.because(typed);
        typed.check();
        reorganizations.merge(subject.scope(), subject.id(), into, because);
        return into;
    }
}
