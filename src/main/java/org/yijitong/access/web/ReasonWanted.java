package org.yijitong.access.web;

import org.yijitong.access.Insight;

/** Before this is shown, the user has to say why. */
class ReasonWanted extends RuntimeException {
    private final transient Insight into;

    ReasonWanted(Insight into) {
        super(into.toString(), null, false, false);
        this.into = into;
    }

    Insight into() {
        return into;
    }
}
