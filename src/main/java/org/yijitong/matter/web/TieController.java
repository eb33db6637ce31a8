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
import org.yijitong.matter.Ties;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Calls about the same cause: one is tied to another, and untied. */
@Controller
class TieController {
    private final Ties ties;
    private final MatterPages pages;
    private final Deeds deeds;

    TieController(Ties ties, MatterPages pages, Deeds deeds) {
        this.ties = ties;
        this.pages = pages;
        this.deeds = deeds;
    }

    @PostMapping("/units/{unit}/matters/{matter}/ties")
    View tie(Page page, Scope scope, @PathVariable String matter, @RequestParam MultiValueMap<String, String> values) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        try {
            return deeds.run(scope, "/" + id + "/ties", values, () -> {
                MatterId into = Ids.read(MatterController.value(values, "tie-into"))
                        .map(MatterId::new)
                        .orElseThrow(() -> new Invalid("into", "matter.invalid.tie"));
                ties.tie(scope, id, into);
                return new MatterAddress(scope.unit()).matter(id);
            });
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
            invalid.faults().forEach((field, fault) -> faults.put("tie-" + field, fault));
            return pages.one(page, scope, id, values.toSingleValueMap(), faults);
        }
    }

    @PostMapping("/units/{unit}/matters/{matter}/untying")
    View untie(Scope scope, @PathVariable String matter, @RequestParam MultiValueMap<String, String> values) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        return deeds.run(scope, "/" + id + "/untying", values, () -> {
            ties.untie(scope, id);
            return new MatterAddress(scope.unit()).matter(id);
        });
    }
}
