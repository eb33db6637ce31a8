package org.yijitong.mechanism.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.mechanism.web.MechanismsPage.Chapter;
import org.yijitong.mechanism.web.MechanismsPage.Pack;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import yijitong.html.Templates;

/** What is owed and why, for everyone to read. */
@Controller
class MechanismController {
    private final Mechanisms mechanisms;
    private final Units units;
    private final Permitted permitted;
    private final Days days;
    private final Templates html;

    MechanismController(Mechanisms mechanisms, Units units, Permitted permitted, Days days, Templates html) {
        this.mechanisms = mechanisms;
        this.units = units;
        this.permitted = permitted;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/mechanisms")
    Html list(Page page) {
        Map<String, List<Chapter>> packs = new LinkedHashMap<>();
        List<Duty> inForce = mechanisms.inForce(days.today());
        List<Chapter> chapters = chapters(page, inForce);
        chapters.forEach(chapter -> packs.computeIfAbsent(chapter.mechanism().pack(), pack -> new ArrayList<>())
                .add(chapter));
        return new Html(html.mechanismList(
                page,
                new MechanismsPage(
                        chapters.size(),
                        inForce.size(),
                        packs.entrySet().stream()
                                .map(pack -> new Pack(page.t("mechanism.pack." + pack.getKey()), pack.getValue()))
                                .toList()),
                mayWrite(page)));
    }

    private boolean mayWrite(Page page) {
        return page.user() != null && permitted.permits(page.user(), "mechanism.write");
    }

    @GetMapping("/mechanisms/{mechanism}")
    Html one(Page page, @PathVariable String mechanism) {
        LocalDate today = days.today();
        List<Duty> versions = mechanisms.all().stream()
                .filter(duty -> duty.mechanism().id().equals(mechanism))
                .toList();
        int shown = versions.stream()
                .filter(duty -> !today.isBefore(duty.mechanism().since()))
                .mapToInt(duty -> duty.mechanism().version())
                .max()
                .orElseGet(() -> first(versions));
        List<Duty> duties = versions.stream()
                .filter(duty -> duty.mechanism().version() == shown)
                .toList();
        return new Html(html.mechanismOne(page, chapters(page, duties).getFirst(), mayWrite(page)));
    }

    /** Of one that is still to begin. */
    private static int first(List<Duty> versions) {
        return versions.stream()
                .mapToInt(duty -> duty.mechanism().version())
                .min()
                .orElseThrow(NotFound::new);
    }

    private List<Chapter> chapters(Page page, List<Duty> duties) {
        Map<String, String> names = units.called(duties.stream()
                .flatMap(duty -> duty.mechanism().units().stream())
                .collect(Collectors.toSet()));
        Map<Duty.Mechanism, List<DutyInWords>> byMechanism = new LinkedHashMap<>();
        duties.forEach(duty -> byMechanism
                .computeIfAbsent(duty.mechanism(), mechanism -> new ArrayList<>())
                .add(new DutyInWords(duty, page.words())));
        return byMechanism.entrySet().stream()
                .map(each -> new Chapter(
                        each.getKey(),
                        each.getKey().name().in(page.words().language()),
                        each.getKey().units().stream()
                                .map(code -> names.getOrDefault(code, code))
                                .toList(),
                        each.getValue()))
                .toList();
    }
}
