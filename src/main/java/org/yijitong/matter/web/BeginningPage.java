package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.web.MatterPage.Asked;
import org.yijitong.matter.web.MatterPage.Choice;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;

/**
 * A matter before it is begun.
 *
 * @param address where it is begun
 * @param flows to choose from, by identifier
 * @param elsewhere flows that other organizations within reach may begin, by name, with where
 * @param flow the one chosen; empty when none is yet
 * @param from what it comes from; null when it is begun by itself
 * @param asking what it asks; null when none is chosen yet
 */
public record BeginningPage(
        String address,
        Map<String, String> flows,
        Map<String, List<Link>> elsewhere,
        String flow,
        @Nullable From from,
        @Nullable Asking asking,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults) {
    /** What a flow asks at the beginning. */
    public record Asking(
            String name, String act, Map<String, String> origins, List<Asked> asked, List<Choice> choices) {}

    /**
     * A decision of a record that becomes a matter.
     *
     * @param decision from 1; 0 for the record as a whole
     * @param parent the matter of which it is to be a part; empty when it comes from a record
     * @param words what was decided, or what the whole is called
     */
    public record From(String record, int decision, String parent, String words) {
        /** What carries it to the next page. */
        public String query() {
            return parent.isEmpty() ? "&record=" + record + "&decision=" + decision : "&parent=" + parent;
        }

        /** The key of what is said of it. */
        public String said() {
            return parent.isEmpty() ? "matter.begin.from" : "matter.begin.part";
        }
    }

    /** What was typed for a field. */
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
