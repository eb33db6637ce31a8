package org.yijitong.matter.door;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.UnitId;

/**
 * Something that is raised at the door.
 *
 * @param unit to whom; of whoever is signed in their own
 * @param about the organization a complaint is about; null for the unit as a whole
 * @param from the kind of page it was asked from, without ids; may be empty
 * @param answers what was typed, by the fields of the flow's beginning
 * @param user who is signed in and wishes to be known; null for nobody
 * @param key the key of the form or the program
 */
public record Asking(
        DoorKind kind,
        UnitId unit,
        @Nullable OrganizationId about,
        String from,
        Map<String, String> answers,
        Contact contact,
        @Nullable CurrentUser user,
        String key) {
    public Asking {
        answers = Map.copyOf(answers);
    }
}
