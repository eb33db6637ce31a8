package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.Cause;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Sources;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Ties a matter to one more of what it serves. */
@Controller
class SourceController {
    private final Sources sources;
    private final MatterPages pages;
    private final Deeds deeds;

    SourceController(Sources sources, MatterPages pages, Deeds deeds) {
        this.sources = sources;
        this.pages = pages;
        this.deeds = deeds;
    }

    @PostMapping("/units/{unit}/matters/{matter}/sources")
    View link(Page page, Scope scope, @PathVariable String matter, @RequestParam MultiValueMap<String, String> values) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        try {
            return deeds.run(scope, "/" + id + "/sources", values, () -> {
                sources.link(scope, id, cause(scope, values));
                return new MatterAddress(scope.unit()).matter(id);
            });
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
            invalid.faults().forEach((field, fault) -> faults.put("source-" + field, fault));
            return pages.one(page, scope, id, values.toSingleValueMap(), faults);
        }
    }

    private Cause cause(Scope scope, MultiValueMap<String, String> values) {
        String record = MatterController.value(values, "source-record");
        return record.isEmpty()
                ? Sources.directive(MatterController.value(values, "source-words"))
                : sources.decided(
                        scope, Ids.read(record).orElseThrow(() -> new Invalid("record", "matter.invalid.RECORD")), 0);
    }
}
