package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.FlowTexts;
import org.yijitong.mechanism.ApiDrafts;
import org.yijitong.mechanism.Drafts;
import org.yijitong.shared.Posting;

/** Writing flows, for programs. */
@RestController
@RequestMapping(ApiFlowDraftsController.ADDRESS)
@Tag(name = "flows")
class ApiFlowDraftsController extends ApiDrafts {
    static final String ADDRESS = "/api/v1/flow-drafts";

    ApiFlowDraftsController(Drafts drafts, FlowTexts kind, Posting posting) {
        super(drafts, kind, posting, ADDRESS);
    }
}
