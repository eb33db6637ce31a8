package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.reading.MechanismSchema;
import org.yijitong.shared.Page;

/** The format of documents, for editors. */
@RestController
@Tag(name = "mechanisms")
class SchemaController {
    private final MechanismSchema schema;

    SchemaController(MechanismSchema schema) {
        this.schema = schema;
    }

    @GetMapping("/api/v1/mechanisms/schema")
    @Operation(summary = "The format of mechanism documents as JSON Schema")
    Map<String, Object> schema(Page page) {
        return schema.in(page.words());
    }
}
