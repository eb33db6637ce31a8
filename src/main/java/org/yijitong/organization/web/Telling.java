package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yijitong.organization.ChangeKind;
import org.yijitong.organization.History;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;

/** Puts histories into words. */
@Component
class Telling {
    private static final List<String> FIELDS =
            List.of("from", "name", "shortName", "kind", "superior", "approvalNumber", "position", "code");

    /** Nothing is to be said of these beside what they are. */
    private static final Set<ChangeKind> BARE = Set.of(
            ChangeKind.FOUNDED, ChangeKind.SPLIT_OFF, ChangeKind.CLOSED, ChangeKind.APPOINTED, ChangeKind.RELIEVED);

    private final ObjectProvider<AccountNames> accounts;

    Telling(ObjectProvider<AccountNames> accounts) {
        this.accounts = accounts;
    }

    /** Every entry of a history of one organization, in its order. */
    List<Told> tell(Page page, History history, OrganizationId organization, String base) {
        AccountNames known = accounts.getIfAvailable();
        Map<UUID, String> names = known == null
                ? Map.of()
                : known.of(history.entries().stream()
                        .map(History.Entry::account)
                        .distinct()
                        .toList());
        return history.entries().stream()
                .map(entry -> new One(page, history, entry, entry.organization().equals(organization))
                        .told(base, names.get(entry.account())))
                .toList();
    }

    /**
     * One entry being told.
     *
     * @param own whether it happened to the organization itself and not to one it came from
     */
    private record One(Page page, History history, History.Entry entry, boolean own) {

        Told told(String base, @Nullable String who) {
            boolean fix = entry.kind() == ChangeKind.CORRECTED;
            return new Told(
                    entry.day(),
                    fix ? "fix" : null,
                    fix ? page.t("organization.change.fixed") : null,
                    what(),
                    rest(),
                    who == null ? null : page.t("organization.change.by", who),
                    link(base),
                    page.words().longMoment(entry.recorded()),
                    entry.documentNumber());
        }

        private String what() {
            String what = entry.kind() == ChangeKind.CORRECTED
                    ? page.t("organization.change.corrected.what", page.words().longDate(entry.on()))
                    : page.t(key("what"), arguments());
            return own
                    ? what
                    : page.t(
                            "organization.change.of",
                            history.name(entry.organization().toString()),
                            what);
        }

        private String rest() {
            StringBuilder rest = new StringBuilder();
            if (entry.kind() == ChangeKind.CORRECTED || entry.kind() == ChangeKind.AMENDED) {
                FIELDS.stream()
                        .filter(field -> entry.detail().containsKey(field + ".before"))
                        .forEach(field -> rest.append(page.t(
                                "organization.change.altered",
                                page.t("organization.field." + field),
                                value(field, "before"),
                                value(field, "after"))));
            } else if (!BARE.contains(entry.kind())) {
                rest.append(page.t(key("rest"), arguments()));
            }
            if (entry.reason() != null && entry.kind() != ChangeKind.HANDED_OVER) {
                rest.append(page.t("organization.change.reason", entry.reason()));
            }
            String file = entry.detail().get("file");
            if (file != null) {
                rest.append(page.t("organization.change.imported", file));
            }
            return rest.toString();
        }

        /** 0 former name, 1 later name, 2 people, 3 person, 4 post, 5 day. */
        private Object[] arguments() {
            Map<String, String> detail = entry.detail();
            String post = detail.get("post");
            return new Object[] {
                detail.getOrDefault("before", detail.getOrDefault("name", "")),
                detail.getOrDefault("after", ""),
                detail.getOrDefault("people", "0"),
                history.name(detail.getOrDefault("person", "")),
                post == null ? "" : page.t("organization.post." + post),
                detail.getOrDefault("due", "")
            };
        }

        private String value(String field, String when) {
            String value = entry.detail().getOrDefault(field + "." + when, "");
            if (value.isEmpty()) {
                return page.t("organization.change.nothing");
            }
            return field.equals("kind") ? page.t("organization.kind." + value) : history.name(value);
        }

        private String key(String part) {
            boolean deputy = "true".equals(entry.detail().get("deputy"));
            String kind = entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return "organization.change." + kind + (deputy ? "-deputy" : "") + "." + part;
        }

        private @Nullable Link link(String base) {
            boolean reorganized = entry.kind() == ChangeKind.ABSORBED || entry.kind() == ChangeKind.SPLIT;
            if (!own || !reorganized) {
                return null;
            }
            LocalDate before = entry.on().minusDays(1);
            return new Link(base + "?on=" + before, page.t("organization.change.before"));
        }
    }
}
