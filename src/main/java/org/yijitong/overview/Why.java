package org.yijitong.overview;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Excuses;
import org.yijitong.ledger.Explanation;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.organization.Post;

/**
 * Why an obligation stands as it does, with whom to ask.
 *
 * @param bearer who owes it
 * @param records the records behind it, by id
 * @param allowed the excuse that stands; null when there is none
 * @param calls whom to call in the organization above
 */
public record Why(
        Explanation explanation,
        Bearer bearer,
        Map<RecordId, RecordLine> records,
        Excuses.@Nullable Allowed allowed,
        List<Call> calls) {
    /**
     * Somebody to call.
     *
     * @param organization where
     * @param phone at work; null when none is known
     */
    public record Call(
            String organization,
            Post post,
            String name,
            @Nullable String phone) {}
}
