package org.yijitong.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Invitation;
import org.yijitong.activity.RecordLine;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Page;

/**
 * A list of records.
 *
 * @param organization whose
 * @param whole whether those of everything below it are shown, each with its host
 * @param counted what each record counts for, in few words
 * @param writers the names of those who recorded for an organization from above, by account
 * @param asked what others say the organization took part in, and nobody has answered
 * @param next where the next page begins; empty at the end
 * @param mayTake whether papers may be made of them
 * @param found how many there are; counting stops at {@link #MOST}
 */
public record RecordsPage(
        RecordAddress at,
        OrganizationId organization,
        String name,
        boolean whole,
        RecordQuery query,
        List<RecordLine> lines,
        Map<RecordLine, List<String>> counted,
        Map<UUID, String> writers,
        List<Invitation> asked,
        String next,
        int found,
        boolean mayTake,
        boolean mayWrite) {
    /** Nobody needs to know more exactly. */
    public static final int MOST = 1000;

    public String address() {
        return at.of(organization);
    }

    /** Where papers are made of them. */
    public String papers() {
        return "/units/" + at.unit() + "/organizations/" + organization + "/papers";
    }

    public Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ActivityKind kind : ActivityKind.values()) {
            kinds.put(kind.word(), page.t("fact.activity.kinds." + kind.word()));
        }
        return kinds;
    }

    public String title(Page page) {
        return page.t(found < MOST ? "activity.list.title" : "activity.list.title.many", name, found);
    }

    /** Who recorded it for the organization. */
    public String writer(RecordLine line) {
        return writers.getOrDefault(line.accountId(), "");
    }

    public List<String> counted(RecordLine line) {
        return counted.getOrDefault(line, List.of());
    }
}
