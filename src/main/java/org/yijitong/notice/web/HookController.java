package org.yijitong.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.notice.Hook;
import org.yijitong.notice.HookKind;
import org.yijitong.notice.Hooks;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Other systems that are told what becomes of the matters of a unit. */
@Controller
class HookController {
    private final Hooks hooks;
    private final AccountNames accounts;
    private final Deeds deeds;
    private final Templates html;

    HookController(Hooks hooks, AccountNames accounts, Deeds deeds, Templates html) {
        this.hooks = hooks;
        this.accounts = accounts;
        this.deeds = deeds;
        this.html = html;
    }

    @GetMapping("/hooks")
    Html list(Page page, Scope scope) {
        HooksPage shown = new HooksPage(scope.unit(), hooks.of(scope), "", Set.copyOf(HookKind.CHOICES), Map.of());
        return new Html(html.noticeHooks(page, shown));
    }

    /** The answer is the only page that ever shows the secret. */
    @PostMapping("/hooks")
    Html set(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> kind) {
        List<HookKind> kinds = HookWords.kinds(kind);
        try {
            String kept = hooks.address(address);
            String id = deeds.run(
                    scope, request, () -> hooks.set(scope, kept, kinds).toString());
            Hook hook = hooks.find(scope, UUID.fromString(id));
            return new Html(html.noticeHookSecret(
                    page, hook.address(), hooks.secret(scope, hook.hookId()), HookPage.address(scope.unit(), hook)));
        } catch (Invalid invalid) {
            HooksPage again =
                    new HooksPage(scope.unit(), hooks.of(scope), address, Set.copyOf(kinds), invalid.faults());
            return new Html(html.noticeHooks(page, again), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/units/{unit}/hooks/{hook}")
    Html one(Page page, Scope scope, @PathVariable String hook) {
        Hook found = hooks.find(scope, Ids.inAddress(hook));
        String setBy = accounts.of(Set.of(found.account())).getOrDefault(found.account(), "");
        HookPage shown = new HookPage(
                scope.unit(),
                found,
                setBy,
                hooks.waiting(scope, found.hookId()),
                hooks.deliveries(scope, found.hookId()));
        return new Html(html.noticeHook(page, shown));
    }

    @PostMapping("/units/{unit}/hooks/{hook}/tests")
    View test(Page page, Scope scope, HttpServletRequest request, @PathVariable String hook) {
        UUID id = Ids.inAddress(hook);
        return done(scope, request, address(scope, hook), () -> hooks.test(scope, id), page.t("notice.hook.tested"));
    }

    @PostMapping("/units/{unit}/hooks/{hook}/waking")
    View wake(Page page, Scope scope, HttpServletRequest request, @PathVariable String hook) {
        UUID id = Ids.inAddress(hook);
        return done(scope, request, address(scope, hook), () -> hooks.wake(scope, id), page.t("notice.hook.woken"));
    }

    @PostMapping("/units/{unit}/hooks/{hook}/ending")
    View end(Page page, Scope scope, HttpServletRequest request, @PathVariable String hook) {
        UUID id = Ids.inAddress(hook);
        return done(scope, request, "/hooks", () -> hooks.end(scope, id), page.t("notice.hook.ended"));
    }

    @PostMapping("/units/{unit}/hooks/{hook}/deliveries/{message}/repetition")
    View again(
            Page page,
            Scope scope,
            HttpServletRequest request,
            @PathVariable String hook,
            @PathVariable String message) {
        UUID id = Ids.inAddress(hook);
        HookWords.Message asked = HookWords.message(message);
        Runnable work = () -> hooks.again(scope, id, asked.subject(), asked.place());
        return done(scope, request, address(scope, hook), work, page.t("notice.hook.repeated"));
    }

    private View done(Scope scope, HttpServletRequest request, String to, Runnable work, String notice) {
        return deeds.run(
                scope,
                request,
                () -> {
                    work.run();
                    return to;
                },
                notice);
    }

    private static String address(Scope scope, String hook) {
        return "/units/" + scope.unit() + "/hooks/" + hook;
    }
}
