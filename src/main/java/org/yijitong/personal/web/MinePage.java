package org.yijitong.personal.web;

import java.util.List;
import java.util.Map;
import org.yijitong.personal.MyData;
import org.yijitong.personal.PersonalTable;
import org.yijitong.personal.Register;

/** What is held on the person who looks, table by table. */
public record MinePage(String name, Register register, List<MyData.Share> shares) {
    /** The groups of the register of which a unit holds anything. */
    public List<Map.Entry<String, String>> groups(MyData.Share share) {
        return register.groups().entrySet().stream()
                .filter(group -> !share.in(group.getKey()).isEmpty())
                .toList();
    }

    /** The tables that are not looked through, each with the reason. */
    public List<PersonalTable> left() {
        return register.personal().values().stream()
                .filter(table -> table.mine() == null)
                .toList();
    }

    /** Whether any unit said which entry of its roster is the person's. */
    public boolean known() {
        return shares.stream().anyMatch(share -> !share.self().entries().isEmpty());
    }
}
