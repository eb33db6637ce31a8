package org.yijitong.personal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.personal.Contact;
import org.yijitong.personal.Contacts;
import org.yijitong.personal.Contacts.Handler;
import org.yijitong.personal.NoticeChanges;
import org.yijitong.personal.Register;
import org.yijitong.personal.RegisterWords;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The notice to people (PIPL art. 17 and 30), made from the register; and whom it tells them to turn to. */
@Controller
class NoticeController {
    private static final String ADDRESS = "/privacy";
    private static final Contact NONE = new Contact("", "", "");

    private final Contacts contacts;
    private final Register register;
    private final RegisterWords words;
    private final NoticeChanges changes;
    private final ObjectProvider<Permitted> policy;
    private final Deeds deeds;
    private final Templates html;

    NoticeController(
            Contacts contacts,
            Register register,
            RegisterWords words,
            NoticeChanges changes,
            ObjectProvider<Permitted> policy,
            Deeds deeds,
            Templates html) {
        this.contacts = contacts;
        this.register = register;
        this.words = words;
        this.changes = changes;
        this.policy = policy;
        this.deeds = deeds;
        this.html = html;
    }

    /** @param unit of those that are offered; without one the unit at the top, or one's own */
    @GetMapping(ADDRESS)
    Html show(Page page, @RequestParam(defaultValue = "") String unit) {
        CurrentUser user = page.user();
        List<Handler> handlers = contacts.handlers();
        String wanted = user == null ? unit : user.unit().toString();
        Handler handler = wanted.isEmpty() ? top(handlers) : one(handlers, wanted);
        Map<String, String> offered = new LinkedHashMap<>();
        if (user == null && handlers.size() > 1) {
            handlers.forEach(each -> offered.put(each.unitId().toString(), each.name()));
        }
        Permitted permitted = policy.getIfAvailable();
        return new Html(html.personalNotice(
                page,
                new NoticePage(
                        handler == null ? "" : handler.name(),
                        handler == null ? null : contacts.of(handler.unitId()).orElse(null),
                        offered,
                        handler == null ? "" : handler.unitId().toString(),
                        user != null && permitted != null && permitted.permits(user, "personal.contact"),
                        register,
                        words,
                        changes.latest().orElse(null))));
    }

    private static @Nullable Handler top(List<Handler> handlers) {
        Optional<Handler> above =
                handlers.stream().filter(each -> each.superiorId() == null).findFirst();
        return above.or(() -> handlers.stream().findFirst()).orElse(null);
    }

    private static Handler one(List<Handler> handlers, String unit) {
        return handlers.stream()
                .filter(each -> each.unitId().toString().equals(unit))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping(ADDRESS + "/contact")
    Html edit(Page page, Scope scope) {
        return form(page, contacts.of(scope.unit()).orElse(NONE), Map.of());
    }

    @PostMapping(ADDRESS + "/contact")
    View save(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address) {
        Contact typed = new Contact(office, phone, address);
        try {
            return deeds.run(
                    scope,
                    request,
                    () -> {
                        contacts.set(scope, typed);
                        return ADDRESS;
                    },
                    page.t("personal.contact.saved"));
        } catch (Invalid invalid) {
            return form(page, typed, invalid.faults());
        }
    }

    private Html form(Page page, Contact typed, Map<String, Invalid.Fault> faults) {
        return new Html(
                html.personalContact(page, typed, faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
