package org.yijitong.matter.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Mergers;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Two matters about the same: one is asked to be merged into the other, and whoever has that one answers. */
@Controller
class MergerController {
    private final Mergers mergers;
    private final MatterPages pages;
    private final Deeds deeds;

    MergerController(Mergers mergers, MatterPages pages, Deeds deeds) {
        this.mergers = mergers;
        this.pages = pages;
        this.deeds = deeds;
    }

    @PostMapping("/units/{unit}/matters/{matter}/mergers")
    View ask(Page page, Scope scope, @PathVariable String matter, @RequestParam MultiValueMap<String, String> values) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        try {
            return deeds.run(scope, "/" + id + "/mergers", values, () -> {
                MatterId into = Ids.read(MatterController.value(values, "merger-into"))
                        .map(MatterId::new)
                        .orElseThrow(() -> new Invalid("into", "matter.invalid.into"));
                mergers.ask(scope, id, into, MatterController.value(values, "merger-why"));
                return new MatterAddress(scope.unit()).matter(id);
            });
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
            invalid.faults().forEach((field, fault) -> faults.put("merger-" + field, fault));
            return pages.one(page, scope, id, values.toSingleValueMap(), faults);
        }
    }

    @PostMapping("/units/{unit}/mergers/{merger}/consent")
    View agree(Scope scope, @PathVariable String merger, @RequestParam MultiValueMap<String, String> values) {
        return answer(scope, Ids.inAddress(merger), values, true);
    }

    @PostMapping("/units/{unit}/mergers/{merger}/refusal")
    View refuse(Scope scope, @PathVariable String merger, @RequestParam MultiValueMap<String, String> values) {
        return answer(scope, Ids.inAddress(merger), values, false);
    }

    private View answer(Scope scope, UUID merger, MultiValueMap<String, String> values, boolean agreed) {
        return deeds.run(
                scope,
                "/mergers/" + merger + "/" + agreed,
                values,
                () -> new MatterAddress(scope.unit()).matter(mergers.answer(scope, merger, agreed)));
    }
}
