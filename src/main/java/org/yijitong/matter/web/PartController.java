package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Parts;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Lets a part of a matter go, so that the whole no longer waits for it. */
@Controller
class PartController {
    private final Parts parts;
    private final MatterPages pages;
    private final Deeds deeds;

    PartController(Parts parts, MatterPages pages, Deeds deeds) {
        this.parts = parts;
        this.pages = pages;
        this.deeds = deeds;
    }

    @PostMapping("/units/{unit}/matters/{matter}/parts/{part}/release")
    View release(
            Page page,
            Scope scope,
            @PathVariable String matter,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> values) {
        MatterId whole = new MatterId(Ids.inAddress(matter));
        MatterId released = new MatterId(Ids.inAddress(part));
        try {
            return deeds.run(scope, "/" + whole + "/parts/" + released, values, () -> {
                parts.release(scope, whole, released, MatterController.value(values, "reason"));
                return new MatterAddress(scope.unit()).matter(whole);
            });
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
            invalid.faults().forEach((field, fault) -> faults.put(field + "-" + released, fault));
            return pages.one(page, scope, whole, values.toSingleValueMap(), faults);
        }
    }
}
