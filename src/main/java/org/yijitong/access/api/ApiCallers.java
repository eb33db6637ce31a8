package org.yijitong.access.api;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.yijitong.access.SignedIn;

/** Who acts is found by the product, not sent: no route is described with it. */
@Component
class ApiCallers {
    ApiCallers() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
    }
}
