package org.yijitong.overview.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.ledger.Excuses;
import org.yijitong.ledger.Stand;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Why;
import org.yijitong.overview.Whys;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** Why an obligation stands as it does, and the excuse that a superior may allow. */
@Controller
class WhyController {
    private final Whys whys;
    private final Excuses excuses;
    private final Once once;
    private final AccountNames accounts;
    private final Permitted permitted;
    private final Days days;
    private final Templates html;

    WhyController(
            Whys whys,
            Excuses excuses,
            Once once,
            AccountNames accounts,
            Permitted permitted,
            Days days,
            Templates html) {
        this.whys = whys;
        this.excuses = excuses;
        this.once = once;
        this.accounts = accounts;
        this.permitted = permitted;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/obligations/{obligation}")
    Html why(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String obligation,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String as) {
        DayView day = DayView.of(on, as, days.today());
        Why why = whys.of(scope, Ids.inAddress(obligation), day.asOf());
        return new Html(html.overviewWhy(page, shown(page, scope, user, day, why, Map.of(), Map.of(), null)));
    }

    @PostMapping("/units/{unit}/obligations/{obligation}/excuse")
    View allow(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String obligation,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        UUID id = Ids.inAddress(obligation);
        DayView day = DayView.of(null, null, days.today());
        Why why = whys.of(scope, id, day.asOf());
        Map<String, String> typed = Map.of("ground", ground, "note", note);
        try {
            Duty.Excuse chosen = ground(ground);
            return done(
                    page,
                    flash,
                    "overview.excuse.done",
                    once.run(scope, key, Sha256.fingerprint("excuse", id.toString(), ground, note.strip()), () -> {
                        excuses.allow(scope, id, chosen, note);
                        return address(scope, id);
                    }));
        } catch (Invalid invalid) {
            return new Html(
                    html.overviewWhy(page, shown(page, scope, user, day, why, typed, invalid.faults(), null)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            return new Html(
                    html.overviewWhy(page, shown(page, scope, user, day, why, typed, Map.of(), sentence)),
                    HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/units/{unit}/obligations/{obligation}/excuse/ending")
    View end(
            Page page,
            Scope scope,
            @PathVariable String obligation,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes flash) {
        UUID id = Ids.inAddress(obligation);
        return done(page, flash, "overview.excuse.ended", once.run(scope, key, id + "/excuse/ending", () -> {
            excuses.end(scope, id);
            return address(scope, id);
        }));
    }

    private static String address(Scope scope, UUID obligation) {
        return new OverviewAddress(scope.unit()).why(obligation);
    }

    private static View done(Page page, RedirectAttributes flash, String message, String address) {
        flash.addFlashAttribute(Pages.NOTICE, page.t(message));
        return SeeOther.to(address);
    }

    private static Duty.Excuse ground(String typed) {
        return EnumSet.allOf(Duty.Excuse.class).stream()
                .filter(each -> word(each).equals(typed))
                .findFirst()
                .orElseThrow(() -> new Invalid("ground", "overview.invalid.ground"));
    }

    private static String word(Duty.Excuse ground) {
        return ground.name().toLowerCase(Locale.ROOT);
    }

    private WhyPage shown(
            Page page,
            Scope scope,
            CurrentUser user,
            DayView day,
            Why why,
            Map<String, String> typed,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        OverviewAddress at = new OverviewAddress(scope.unit());
        Stand stand = why.explanation().stand();
        Duty duty = why.explanation().duty();
        boolean own = scope.unit().equals(user.unit()) && !day.past();
        boolean missing = stand.missing().signum() > 0 && stand.state() != Stand.State.EXCUSED;
        Map<String, String> grounds = new LinkedHashMap<>();
        List.of(Duty.Excuse.values()).stream()
                .filter(duty.excuses()::contains)
                .forEach(each -> grounds.put(word(each), page.t("overview.excuse." + each.name())));
        Excuses.Allowed allowed = why.allowed();
        return new WhyPage(
                at,
                at.why(stand.obligation()),
                day,
                why,
                missing && own && !duty.bearer().personal() && permitted.permits(user, "record.write")
                        ? at.recording(stand.organization(), duty)
                        : null,
                own && !duty.bearer().personal() && permitted.permits(user, "duty.excuse"),
                grounds,
                allowed == null
                        ? null
                        : accounts.of(List.of(allowed.accountId())).get(allowed.accountId()),
                typed,
                faults,
                refused);
    }
}
