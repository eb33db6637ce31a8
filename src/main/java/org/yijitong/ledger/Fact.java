package org.yijitong.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;

/**
 * One thing that happened, for one bearer.
 *
 * @param kind a declared kind of fact
 * @param organization whose it is: a branch, a group, a committee
 * @param day the day it happened, in Asia/Shanghai
 * @param fields what a duty may ask about: {@code Boolean}, {@code BigDecimal} or {@code Integer}, {@code String},
 *     {@code List<String>} by the type of the field; absent fields are left out
 * @param people to whom it counts where a duty is personal
 */
public record Fact(
        String kind, OrganizationId organization, LocalDate day, Map<String, Object> fields, Set<PersonId> people) {
    public Fact {
        fields = Map.copyOf(fields);
        people = Set.copyOf(people);
    }
}
