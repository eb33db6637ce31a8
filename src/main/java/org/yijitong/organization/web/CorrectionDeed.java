package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;

/** Correcting what was recorded wrongly about one segment of an organization's life. */
@Component
@Order(20)
class CorrectionDeed implements Deed {
    private final Organizations organizations;

    CorrectionDeed(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public String noun() {
        return "corrections";
    }

    @Override
    public String group() {
        return "wrong";
    }

    /** The address chooses the segment; the latest otherwise. */
    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        Entry<LocalDate, OrganizationState> segment = segment(subject, typed);
        OrganizationState state = segment.getValue();
        Fields fields = new Fields(page, typed)
                .hidden("segment", segment.getKey().toString())
                .day("from", segment.getKey(), false, null)
                .text("name", state.name(), false, page.t("organization.hint.name"))
                .text("shortName", state.shortName(), true, page.t("organization.hint.shortName"))
                .choice("kind", subject.kinds(page, false), state.kind().name());
        if (state.superior() != null) {
            fields.choice("superior", subject.organizations(), state.superior().toString());
        }
        return fields.text("approvalNumber", state.approvalNumber(), true, null).reason();
    }

    /** The segments to choose from, if there are several: address parameter to words. */
    static Map<String, String> segments(Subject subject) {
        Map<String, String> segments = new LinkedHashMap<>();
        subject.segments().forEach((from, state) -> segments.put(from.toString(), from + " " + state.display()));
        return segments;
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        Entry<LocalDate, OrganizationState> segment = segment(subject, typed);
        @Nullable
        OrganizationId superior = segment.getValue().superior() == null ? null : typed.organization("superior");
        LocalDate from = typed.day("from");
        OrganizationState state = new OrganizationState(
                typed.text("name", 100),
                typed.optional("shortName", 40),
                typed.choice("kind", OrganizationKind.class),
                superior,
                segment.getValue().position(),
                typed.optional("approvalNumber", 100));
        String reason = typed.text("reason", 500);
        typed.check();
        organizations.correct(subject.scope(), subject.id(), segment.getKey(), from, state, reason);
        return subject.id();
    }

    private static Entry<LocalDate, OrganizationState> segment(Subject subject, Typed typed) {
        String latest = subject.segments().keySet().iterator().next().toString();
        String chosen = typed.shown("segment", latest);
        return subject.segments().entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(chosen))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
