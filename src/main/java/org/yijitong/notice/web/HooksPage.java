package org.yijitong.notice.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yijitong.notice.Hook;
import org.yijitong.notice.HookKind;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/**
 * The hooks of a unit, and the form for another one.
 *
 * @param typed the address as typed, when it was refused
 * @param chosen what it was to hear of
 */
public record HooksPage(
        UnitId unit, List<Hook> hooks, String typed, Set<HookKind> chosen, Map<String, Invalid.Fault> faults) {
    public HooksPage {
        hooks = List.copyOf(hooks);
        chosen = Set.copyOf(chosen);
        faults = Map.copyOf(faults);
    }

    /** What can be heard of. */
    public List<HookKind> kinds() {
        return HookKind.CHOICES;
    }

    /** The page of one. */
    public String address(Hook hook) {
        return HookPage.address(unit, hook);
    }
}
