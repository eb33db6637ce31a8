package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.ApiDrafts;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismTexts;
import org.yijitong.shared.Posting;

/** Writing mechanisms, for programs. */
@RestController
@RequestMapping(ApiDraftController.ADDRESS)
@Tag(name = "mechanisms")
class ApiDraftController extends ApiDrafts {
    static final String ADDRESS = "/api/v1/mechanism-drafts";

    ApiDraftController(Drafts drafts, MechanismTexts kind, Posting posting) {
        super(drafts, kind, posting, ADDRESS);
    }
}
