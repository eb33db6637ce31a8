package org.yijitong.organization;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that the regulations set for each kind of organization, as read from {@code organization/rules.yaml}. They
 * warn and never block.
 *
 * @param articles where a rule stands, by key
 * @param kinds the rules of each kind; a kind without rules is absent
 */
public record Rules(Map<String, Article> articles, Map<OrganizationKind, OfKind> kinds) {

    /**
     * Where a rule stands.
     *
     * @param name the regulation and the article
     * @param source where its words were read, and what of it was not
     */
    public record Article(String name, String source) {}

    /** The rules of one kind of organization. */
    public record OfKind(
            List<Size> members,
            @Nullable Committee committee,
            @Nullable Must posts,
            @Nullable Must postsWithout,
            @Nullable Term term) {}

    /**
     * How many members an organization usually has.
     *
     * @param least 0 when there is no lower bound
     * @param most {@link Integer#MAX_VALUE} when there is no upper bound
     * @param full whether only full members count
     */
    public record Size(int least, int most, boolean full, String article) {}

    /**
     * Its committee.
     *
     * @param from from how many full members on it must have one
     */
    public record Committee(int from, int least, int most, String article) {}

    /** Posts that somebody must hold. */
    public record Must(List<Post> names, String article) {}

    /**
     * Its term of office.
     *
     * @param noticeDays how many days before its end the reminder begins
     */
    public record Term(int years, int noticeDays, String article) {}

    private static final OfKind NONE = new OfKind(List.of(), null, null, null, null);

    /** The rules of a kind; none of them when the file says nothing. */
    public OfKind of(OrganizationKind kind) {
        return kinds.getOrDefault(kind, NONE);
    }

    /** Which posts must be filled, given how many full members there are. */
    public @Nullable Must must(OrganizationKind kind, long fullMembers) {
        OfKind rules = of(kind);
        Committee committee = rules.committee();
        return committee != null && fullMembers < committee.from() ? rules.postsWithout() : rules.posts();
    }

    /** The words of an article. */
    public String article(String key) {
        Article article = articles.get(key);
        if (article == null) {
            throw new IllegalArgumentException("the rules name no article " + key);
        }
        return article.name();
    }
}
