package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.open311.Open311Keys;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Gives out and withdraws the keys by which programs send requests (Open311). */
@Controller
class Open311KeysController {
    private final Open311Keys keys;
    private final Deeds deeds;
    private final Templates html;

    Open311KeysController(Open311Keys keys, Deeds deeds, Templates html) {
        this.keys = keys;
        this.deeds = deeds;
        this.html = html;
    }

    @GetMapping("/units/{unit}/open311")
    Html list(Page page, Scope scope) {
        return shown(page, scope, "", Map.of(), Map.of());
    }

    /** The answer is the only page that shows the key. */
    @PostMapping("/units/{unit}/open311")
    Html issue(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String anybody) {
        boolean open = !anybody.isEmpty();
        try {
            deeds.run(scope, request, () -> keys.issue(scope, key, name, open).toString());
        } catch (Invalid invalid) {
            return shown(page, scope, "", Map.of("name", name, "anybody", anybody), invalid.faults());
        }
        return shown(page, scope, open ? "" : keys.text(scope, key), Map.of(), Map.of());
    }

    @PostMapping("/units/{unit}/open311/{program}/withdrawal")
    View withdraw(Page page, Scope scope, HttpServletRequest request, @PathVariable String program) {
        String address = address(scope);
        return deeds.run(
                scope,
                request,
                () -> {
                    keys.withdraw(scope, Ids.inAddress(program));
                    return address;
                },
                page.t("door.open311.withdrawn"));
    }

    private Html shown(
            Page page, Scope scope, String fresh, Map<String, String> typed, Map<String, Invalid.Fault> faults) {
        Open311KeysPage shown = new Open311KeysPage(
                new MatterAddress(scope.unit()).board(),
                address(scope),
                keys.place(scope),
                keys.of(scope),
                fresh,
                typed,
                faults);
        return new Html(
                html.matterOpen311(page, shown), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String address(Scope scope) {
        return "/units/" + scope.unit() + "/open311";
    }
}
