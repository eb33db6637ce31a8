package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.Page;

/** Putting an organization under another superior. */
@Component
@Order(3)
class MoveDeed implements Deed {
    private final Organizations organizations;

    MoveDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "moves";
    }

    @Override
    public String group() {
        return "tree";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        OrganizationId superior = subject.state().superior();
        return new Fields(page, typed)
                .choice("superior", subject.organizations(), superior == null ? null : superior.toString())
                .because(subject.today());
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        OrganizationId superior = typed.organization("superior");
        Because because = Fields.because(typed);
        typed.check();
        organizations.move(subject.scope(), subject.id(), superior, because);
        return subject.id();
    }
}
