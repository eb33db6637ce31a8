package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.yijitong.matter.Matter;
import org.yijitong.matter.web.MatterPage.Way;
import org.yijitong.shared.Invalid;

/**
 * How far something is that was raised at the door, for whoever raised it; or that is about the reader.
 *
 * @param action where a step is sent to
 * @param code the receipt code, or for whoever is signed in the matter
 * @param title what it is called, and what the reader has to know; empty for what was raised at the door
 * @param acts what the reader may do
 * @param events what happened, the latest first, with what the flow says is told
 */
public record ProgressPage(
        String action,
        String code,
        Title title,
        Matter matter,
        String flow,
        String state,
        String owner,
        String due,
        List<Way> acts,
        List<Told> events,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults,
        boolean overtaken) {
    /** Where a step is sent to, with which code, and what stands above. */
    record Place(String action, String code, Title title) {}

    /** What a matter about the reader is called, and what is to be known of it. */
    public record Title(String text, String lead) {
        /** Of what was raised at the door the flow is enough. */
        static final Title NONE = new Title("", "");
    }

    /** Something that happened. */
    public record Told(String when, String what, List<String> answers) {}

    /** Whether a step was refused, so that it stands open. */
    public boolean opened(Way way) {
        return typed.getOrDefault("step", "").equals(way.step().id());
    }
}
