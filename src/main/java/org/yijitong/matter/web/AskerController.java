package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.door.Askers;
import org.yijitong.matter.door.Contact;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Who raised a matter; their telephone only for a reason, which is logged. */
@Controller
class AskerController {
    private final Askers askers;
    private final Templates html;

    AskerController(Askers askers, Templates html) {
        this.askers = askers;
        this.html = html;
    }

    @GetMapping("/units/{unit}/matters/{matter}/asker")
    Html asker(Page page, Scope scope, @PathVariable String matter) {
        return shown(page, scope, new MatterId(Ids.inAddress(matter)), null, "", Map.of());
    }

    @PostMapping("/units/{unit}/matters/{matter}/contact")
    Html contact(
            Page page,
            Scope scope,
            HttpServletResponse response,
            @PathVariable String matter,
            @RequestParam(defaultValue = "") String because) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        try {
            return shown(page, scope, id, askers.contact(scope, id, because), because, Map.of());
        } catch (Invalid invalid) {
            return shown(page, scope, id, null, because, invalid.faults());
        }
    }

    private Html shown(
            Page page,
            Scope scope,
            MatterId id,
            @Nullable Contact contact,
            String because,
            Map<String, Invalid.Fault> faults) {
        MatterAddress at = new MatterAddress(scope.unit());
        Askers.Asker asker = askers.of(scope, id);
        AskerPage shown = new AskerPage(
                at.matter(id),
                asker.matter().title(),
                asker.person() == null ? "" : "/units/" + scope.unit() + "/people/" + asker.person(),
                asker.contact(),
                contact,
                because,
                faults);
        return new Html(
                html.matterAsker(page, shown), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
