package org.yijitong.matter.web;

import java.util.UUID;
import org.yijitong.matter.MatterId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.UnitId;

/** The addresses of the pages of matters in one unit. */
public record MatterAddress(UnitId unit) {
    /** The board of the unit. */
    public String board() {
        return "/units/" + unit + "/matters";
    }

    /** One matter. */
    public String matter(MatterId matter) {
        return board() + "/" + matter;
    }

    /** A record that shows something. */
    String record(UUID record) {
        return "/units/" + unit + "/records/" + record;
    }

    /** Where one is begun. */
    public String begin(OrganizationId host) {
        return "/units/" + unit + "/organizations/" + host + "/matters";
    }
}
