package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.reading.FlowSchema;
import org.yijitong.shared.Page;

/** The format of flows, and whether one can be published. */
@RestController
@Tag(name = "flows")
class ApiFlowsController {
    private final FlowSchema schema;
    private final FlowPublications publications;

    ApiFlowsController(FlowSchema schema, FlowPublications publications) {
        this.schema = schema;
        this.publications = publications;
    }

    /** A text in YAML. */
    record FlowText(String text) {}

    /** Something wrong, at its place, with the way that shows it. */
    record FlowFault(int line, int column, String message) {}

    /** What is wrong; what it says when nothing is. */
    record FlowAnswer(List<FlowFault> faults, List<FlowInWords.Stage> states) {}

    @GetMapping("/api/v1/flows/schema")
    @Operation(summary = "The format of flow documents as JSON Schema")
    Map<String, Object> schema(Page page) {
        return schema.in(page.words());
    }

    @PostMapping("/api/v1/flows/check")
    @Operation(
            summary = "Read a flow document without publishing it",
            description = "422 with every fault at its place")
    ResponseEntity<FlowAnswer> check(Page page, @RequestBody FlowText body) {
        FlowPublications.Checked checked = publications.check(body.text());
        HttpStatus status = checked.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status)
                .body(new FlowAnswer(
                        checked.faults().stream()
                                .map(fault -> new FlowFault(fault.line(), fault.column(), fault.sentence(page.words())))
                                .toList(),
                        checked.flow().stream()
                                .flatMap(flow -> new FlowInWords(flow, page.words()).stages().stream())
                                .toList()));
    }
}
