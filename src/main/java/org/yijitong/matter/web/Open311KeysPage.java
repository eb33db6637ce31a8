package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.yijitong.matter.open311.Open311Keys;
import org.yijitong.matter.open311.Place;
import org.yijitong.shared.Invalid;

/**
 * The programs that may send requests to a unit.
 *
 * @param board the address of the board
 * @param address of this page
 * @param fresh a key that was made just now and is shown this once; empty when none was
 */
public record Open311KeysPage(
        String board,
        String address,
        Place place,
        List<Open311Keys.Key> keys,
        String fresh,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults) {
    /** Whether programs come in without a key. */
    public boolean anybody() {
        return keys.stream().anyMatch(Open311Keys.Key::anybody);
    }

    /** What was typed for a field. */
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
