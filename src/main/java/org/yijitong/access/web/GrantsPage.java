package org.yijitong.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yijitong.access.GivenPost;
import org.yijitong.shared.Invalid;

/**
 * The posts of an account.
 *
 * @param name of the account's holder
 * @param choices what may be given; no form is shown where that is nothing
 * @param typed what was typed, by field
 */
public record GrantsPage(
        UUID account,
        String name,
        List<GivenPost> posts,
        PostChoices.Choices choices,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults) {
    public static String address(UUID account) {
        return "/accounts/" + account + "/grants";
    }

    public String ending(GivenPost post) {
        return address(account) + "/" + post.grantId() + "/ending";
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether one may take this post away. */
    public boolean mine(GivenPost post) {
        return choices.roles().containsKey(post.role());
    }
}
