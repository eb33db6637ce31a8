package org.yijitong.organization.web;

import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Page;

/** Something that can be done to an organization by a form of its own. */
interface Deed {
    /** Its noun in addresses and message keys, such as {@code renamings}. */
    String noun();

    /** Where the menu lists it: {@code tree}, {@code posts} or {@code wrong}. */
    String group();

    /** What its form asks for. */
    Fields fields(Page page, Subject subject, Typed typed);

    /**
     * Reads what was typed, checks it and does it.
     *
     * @return the organization whose page comes next
     * @throws org.yijitong.shared.Invalid when a field is in disorder
     * @throws org.yijitong.shared.Refused when a rule says no
     */
    OrganizationId carryOut(Subject subject, Typed typed);
}
