package org.yijitong.mechanism;

import java.util.List;

/**
 * Something the law forbids a product like this, and therefore every mechanism.
 *
 * @param line its number, R1 to R12
 * @param forbids what may not be
 * @param basis the rule; articles that were not compared with the original stand in words, without a number
 * @param words what trips it when a document says it; empty when no document can
 * @param example a mechanism that trips it; empty when no document can
 * @param keptBy what keeps it where no document can trip it; else empty
 */
public record RedLine(
        String line, Duty.Name forbids, Duty.Basis basis, List<String> words, Duty.Name example, Duty.Name keptBy) {
    public RedLine {
        words = List.copyOf(words);
    }
}
