package org.yijitong.notice.web;

import java.util.List;
import java.util.stream.Collectors;
import org.yijitong.notice.Delivery;
import org.yijitong.notice.Hook;
import org.yijitong.notice.HookKind;
import org.yijitong.shared.Page;
import org.yijitong.shared.UnitId;

/**
 * One hook and what was said to it last.
 *
 * @param setBy what the account is called that set it; empty when unknown
 * @param waiting how many messages wait
 */
public record HookPage(UnitId unit, Hook hook, String setBy, int waiting, List<Delivery> deliveries) {
    public HookPage {
        deliveries = List.copyOf(deliveries);
    }

    static String address(UnitId unit, Hook hook) {
        return "/units/" + unit + "/hooks/" + hook.hookId();
    }

    /** This page. */
    public String address() {
        return address(unit, hook);
    }

    /** Whether it is told anything. */
    public boolean active() {
        return hook.state() == Hook.State.ACTIVE;
    }

    /** Whether somebody may wake it. */
    public boolean resting() {
        return hook.state() == Hook.State.RESTING;
    }

    /** The colour of its state. */
    public static String sign(Hook hook) {
        return switch (hook.state()) {
            case ACTIVE -> hook.failures() == 0 ? "ok" : "due";
            case RESTING -> "late";
            case ENDED -> "plain";
        };
    }

    /** The words of its state. */
    public static String state(Page page, Hook hook) {
        boolean fails = hook.state() == Hook.State.ACTIVE && hook.failures() > 0;
        return page.t("notice.hook.state." + (fails ? "FAILING" : hook.state().name()));
    }

    /** What it hears of. */
    public static String kinds(Page page, Hook hook) {
        return hook.kinds().stream()
                .map(kind -> kind(page, kind))
                .collect(Collectors.joining(page.t("notice.hook.and")));
    }

    /** What happened. */
    public static String kind(Page page, HookKind kind) {
        return page.t("notice.hook.kind." + kind.name());
    }

    /** The colour of how far a message is. */
    public static String sign(Delivery delivery) {
        boolean failed = delivery.state() != Delivery.State.DELIVERED
                && !delivery.answer().isEmpty();
        return delivery.state() == Delivery.State.DELIVERED ? "ok" : failed ? "late" : "plain";
    }

    /** What came of the last attempt: the status as it came, a word in words. */
    public static String answer(Page page, Delivery delivery) {
        String said = delivery.answer();
        return said.isEmpty() || Character.isDigit(said.charAt(0)) ? said : page.t("notice.hook.answer." + said);
    }

    /** Whether it is tried again by itself. */
    public boolean tried(Delivery delivery) {
        return active() && delivery.state() != Delivery.State.DELIVERED;
    }
}
