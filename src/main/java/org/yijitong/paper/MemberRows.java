package org.yijitong.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.RosterCopies;
import org.yijitong.organization.RosterEntry;
import org.yijitong.organization.RosterFilter;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Who belongs to an organization today, as rows of a paper (党员名册): no numbers, no telephones, no notes. */
@Component
class MemberRows {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu.MM");

    private final RosterCopies copies;

    MemberRows(RosterCopies copies) {
        this.copies = copies;
    }

    /**
     * The first of them, in the order of the roster, by the words of fields.
     *
     * @param whole whether those of all below belong to it, as to a committee
     */
    List<Map<String, String>> of(Scope scope, OrganizationId organization, boolean whole, int most, Words words) {
        return copies.first(within(scope, organization, whole), filter(organization, whole), most).stream()
                .map(entry -> fields(entry, words))
                .toList();
    }

    /** The same for a paper that leaves the system, which the log notes. */
    void take(
            Scope scope, OrganizationId organization, boolean whole, Words words, Consumer<Map<String, String>> taker) {
        copies.all(
                within(scope, organization, whole),
                filter(organization, whole),
                null,
                (entry, number) -> taker.accept(fields(entry, words)));
    }

    /** The organization, found within reach before, and all below it. */
    private static Scope within(Scope scope, OrganizationId organization, boolean whole) {
        return whole ? new Scope(scope.account(), scope.unit(), organization.value()) : scope;
    }

    private static RosterFilter filter(OrganizationId organization, boolean whole) {
        return whole ? RosterFilter.EVERYONE : RosterFilter.of(organization);
    }

    private static Map<String, String> fields(RosterEntry entry, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("host", entry.organizationName());
        said.put("person", entry.name());
        said.put("sex", entry.sex() == null ? "" : words.t("people.sex." + entry.sex()));
        said.put("ethnicity", Objects.requireNonNullElse(entry.ethnicity(), ""));
        said.put("born", month(entry.birthDate()));
        said.put("education", Objects.requireNonNullElse(entry.education(), ""));
        said.put("joined", month(entry.joinedOn()));
        said.put("confirmed", month(entry.confirmedOn()));
        said.put("member-kind", words.t("people.kind." + entry.kind()));
        said.put("posts", listed(entry.posts(), post -> words.t("people.post." + post), words));
        return said;
    }

    /** As rosters have it: 1985.07. */
    private static String month(@Nullable LocalDate day) {
        return day == null ? "" : MONTH.format(day);
    }

    private static <T> String listed(List<T> all, Function<T, String> name, Words words) {
        return all.stream().map(name).collect(Collectors.joining(words.t("paper.and")));
    }
}
