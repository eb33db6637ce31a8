package org.yijitong.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yijitong.organization.OrganizationId;

/**
 * A year's ledger of one form.
 *
 * @param name of the organization
 * @param whole whether it holds the records of all below, so that each row names its host
 * @param rows by the words of fields, the earliest day first
 * @param more whether there are more than could be shown
 */
public record Ledger(
        Form form,
        OrganizationId of,
        String name,
        boolean whole,
        int year,
        LocalDate made,
        List<Map<String, String>> rows,
        boolean more) {}
