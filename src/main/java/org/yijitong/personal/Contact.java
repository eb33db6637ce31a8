package org.yijitong.personal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.shared.Invalid;

/**
 * To whom people turn about what is held on them.
 *
 * @param office of the unit
 * @param phone of that office
 * @param address where it sits; may be empty
 */
public record Contact(String office, String phone, String address) {
    private static final int OFFICE = 100;
    private static final int PHONE = 60;
    private static final int ADDRESS = 200;

    /** The same without blanks around it. */
    static Contact checked(Contact typed) {
        Contact contact = new Contact(
                typed.office().strip(), typed.phone().strip(), typed.address().strip());
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        fault(faults, "office", contact.office(), 1, OFFICE);
        fault(faults, "phone", contact.phone(), 1, PHONE);
        fault(faults, "address", contact.address(), 0, ADDRESS);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return contact;
    }

    private static void fault(Map<String, Invalid.Fault> faults, String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            faults.put(field, new Invalid.Fault("personal.contact.invalid", List.of(most)));
        }
    }
}
