package org.yijitong.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the warnings of one organization follow from, all of one day.
 *
 * @param census its people; of a committee or general branch, those of everything below it too
 * @param held its posts as they are held
 * @param last who held each post last before
 * @param term the term it is in, or was in last
 */
public record Facts(
        OrganizationKind kind,
        Census census,
        List<Holding> held,
        List<Holding> last,
        @Nullable Term term) {

    /** Those who hold a post themselves, not in somebody's stead. */
    List<Holding> holders() {
        return held.stream().filter(holding -> !holding.deputy()).toList();
    }

    boolean isHeld(Post post) {
        return holders().stream().anyMatch(holding -> holding.post() == post);
    }
}
