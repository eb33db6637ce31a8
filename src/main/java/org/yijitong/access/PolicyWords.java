package org.yijitong.access;

import java.util.Locale;
import java.util.Objects;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** The policy file in the language of whoever reads it. In Chinese as the file says it; so is a word not translated yet. */
public record PolicyWords(Policy policy, Words words) {
    /** The name of a role. */
    public String name(String role) {
        return words.t(Policy.nameKey(role));
    }

    /** What a role is for. */
    public String explains(String role) {
        return said("access.policy.role." + role, policy.explains(role));
    }

    /** What an action is. */
    public String means(String action) {
        return said("access.policy.action." + action, policy.means(action));
    }

    /** How far that is. */
    public String reach(Policy.Reach reach) {
        return words.t("access.policy.reach." + reach.name().toLowerCase(Locale.ROOT));
    }

    private String said(String key, String inTheFile) {
        return words.language() == Language.ZH_HANS
                ? inTheFile
                : Objects.requireNonNullElse(
                        words.messages()
                                .getMessage(
                                        key, null, inTheFile, words.language().locale()),
                        inTheFile);
    }
}
