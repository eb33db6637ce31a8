package org.yijitong.organization.charts;

import java.util.UUID;
import org.yijitong.shared.Id;

/** One workbook of organizations that was brought in. */
public record ChartId(UUID value) implements Id {
    /** As it stands in an address. */
    public static ChartId of(String text) {
        return new ChartId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
