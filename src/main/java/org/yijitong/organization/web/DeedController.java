package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.organization.Histories;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The forms that change organizations: one page for each deed, one address to which it is sent. */
@Controller
class DeedController {
    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Profiles profiles;
    private final Histories histories;
    private final Deeds once;
    private final Days days;
    private final Templates html;

    DeedController(List<Deed> deeds, Profiles profiles, Histories histories, Deeds once, Days days, Templates html) {
        deeds.forEach(deed -> this.deeds.put(deed.noun(), deed));
        this.profiles = profiles;
        this.histories = histories;
        this.once = once;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/changes/new")
    Html menu(Page page, Scope scope, @PathVariable String organization) {
        Subject subject = subject(scope, organization);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String group : List.of("tree", "posts", "wrong")) {
            groups.put(
                    group,
                    deeds.values().stream()
                            .filter(deed -> deed.group().equals(group))
                            .map(Deed::noun)
                            .toList());
        }
        String name = subject.state().display();
        return new Html(html.organizationChanges(
                page, new ChangesPage(Addresses.of(scope, subject.id()), name, way(page, subject), groups)));
    }

    @GetMapping("/units/{unit}/organizations/{organization}/{deed}/new")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @PathVariable String deed,
            @RequestParam MultiValueMap<String, String> suggested) {
        Subject subject = subject(scope, organization);
        Typed typed = new Typed(page, suggested);
        return new Html(html.organizationForm(page, shown(page, subject, deed(deed), typed, Map.of(), null)));
    }

    @PostMapping("/units/{unit}/organizations/{organization}/{deed}")
    View carryOut(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @PathVariable String deed,
            @RequestParam MultiValueMap<String, String> values,
            RedirectAttributes next) {
        Subject subject = subject(scope, organization);
        Deed chosen = deed(deed);
        Typed typed = new Typed(page, values);
        try {
            View done =
                    once.run(scope, "/" + subject.id() + "/" + deed, asked(values), () -> done(subject, chosen, typed));
            next.addFlashAttribute(Pages.NOTICE, page.t("organization.deed." + deed + ".done"));
            return done;
        } catch (Invalid invalid) {
            FormPage again = shown(page, subject, chosen, typed, invalid.faults(), null);
            return new Html(html.organizationForm(page, again), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            FormPage again = shown(page, subject, chosen, typed, Map.of(), sentence);
            return new Html(html.organizationForm(page, again), HttpStatus.CONFLICT);
        }
    }

    private String done(Subject subject, Deed deed, Typed typed) {
        histories.refuseIfChangedSince(subject.scope(), subject.id(), typed.shown("seen", ""));
        OrganizationId next = deed.carryOut(subject, typed);
        return Addresses.of(subject.scope(), next);
    }

    private FormPage shown(
            Page page,
            Subject subject,
            Deed deed,
            Typed typed,
            Map<String, Invalid.Fault> faults,
            @Nullable String refusal) {
        Map<String, String> segments = deed.group().equals("wrong") ? CorrectionDeed.segments(subject) : Map.of();
        return new FormPage(
                Addresses.of(subject.scope(), subject.id()),
                deed.noun(),
                subject.state().display(),
                way(page, subject),
                deed.fields(page, subject, typed).list(),
                histories.seen(subject.scope(), subject.id()),
                segments.size() > 1 ? segments : Map.of(),
                faults,
                refusal);
    }

    private Subject subject(Scope scope, String organization) {
        OrganizationId id = Addresses.id(organization);
        Map<LocalDate, OrganizationState> segments = profiles.segments(scope, id);
        return new Subject(scope, id, segments, days.today(), profiles);
    }

    private Deed deed(String noun) {
        Deed deed = deeds.get(noun);
        if (deed == null) {
            throw new NotFound();
        }
        return deed;
    }

    private static List<Link> way(Page page, Subject subject) {
        return List.of(
                new Link(Addresses.tree(subject.scope()), page.t("organization.tree.name")),
                new Link(
                        Addresses.of(subject.scope(), subject.id()),
                        subject.state().display()));
    }

    /** What is asked for, without what differs each time the form is shown. */
    private static MultiValueMap<String, String> asked(MultiValueMap<String, String> values) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(values);
        fields.remove("seen");
        return fields;
    }
}
