package org.yijitong.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yijitong.shared.Invalid;

/**
 * An account to be made.
 *
 * @param name what its holder will type: 2 to 40 letters, digits, dots, hyphens, underscores or Chinese characters
 * @param displayName the person's name as shown, 1 to 60 characters
 */
public record NewAccount(String name, String displayName) {
    /** @throws Invalid with a fault for each field that cannot be taken */
    void check() {
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        if (!name.matches("[\\p{L}\\p{Nd}._-]{2,40}")) {
            faults.put("name", new Invalid.Fault("access.account.name.wrong", java.util.List.of()));
        }
        if (displayName.isBlank() || displayName.length() > 60) {
            faults.put("displayName", new Invalid.Fault("access.account.display-name.wrong", java.util.List.of()));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
