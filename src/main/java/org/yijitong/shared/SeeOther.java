package org.yijitong.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that did its work: 303, to the page that shows what came of it (RFC 9110, section 15.4.4). */
public final class SeeOther {
    private SeeOther() {}

    /** @param address a path of this product, taken as it is */
    public static View to(String address) {
        RedirectView next = new RedirectView(address);
        next.setStatusCode(HttpStatus.SEE_OTHER);
        next.setExpandUriTemplateVariables(false);
        return next;
    }
}
