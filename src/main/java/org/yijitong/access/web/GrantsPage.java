package org.yijitong.access.web;

import java.util.List;
import java.util.UUID;
import org.yijitong.access.HeldGrant;

/**
 * The posts of an account in one unit.
 *
 * @param name of the account's holder as the account says
 */
public record GrantsPage(UUID account, String name, List<HeldGrant> posts) {
    public static String address(UUID account) {
        return "/accounts/" + account + "/grants";
    }

    public String ending(HeldGrant post) {
        return address(account) + "/" + post.grantId() + "/ending";
    }
}
