package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.Page;

/** Closing an organization. */
@Component
@Order(7)
class ClosureDeed implements Deed {
    private final Organizations organizations;

    ClosureDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "closures";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed).because(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        Because because = Fields.because(typed);
        typed.check();
        organizations.close(subject.scope(), subject.id(), because);
        return subject.id();
    }
}
