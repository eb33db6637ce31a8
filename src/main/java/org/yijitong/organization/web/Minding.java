package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Post;
import org.yijitong.organization.Rules;
import org.yijitong.organization.Warning;
import org.yijitong.shared.Page;

/** Puts warnings into words. */
final class Minding {
    private final Page page;
    private final Rules rules;

    Minding(Page page, Rules rules) {
        this.page = page;
        this.rules = rules;
    }

    /** The words of a heading: what is wrong, in few words. */
    String finding(Warning warning) {
        return say(warning, "finding");
    }

    /** The warning with its sentences; {@code base} is the address of the organization, or null without links. */
    Mind mind(Warning warning, @Nullable String base) {
        String noun = base == null ? null : noun(warning.kind());
        Object first = warning.arguments().isEmpty() ? "" : warning.arguments().getFirst();
        String chosen = first instanceof Post post ? "?post=" + post : "";
        return new Mind(
                say(warning, "title"),
                warning.late() ? "late" : "due",
                say(warning, "tag"),
                say(warning, "meta") + source(warning),
                hint(warning),
                noun == null ? null : base + "/" + noun + "/new" + chosen,
                noun == null ? null : page.t("organization.warning.action." + noun));
    }

    /** An election has steps, so that its rule is told at length. */
    private @Nullable String hint(Warning warning) {
        return isElection(warning) ? page.t("organization.warning.election", rules.article(warning.article())) : null;
    }

    private String source(Warning warning) {
        return isElection(warning) || warning.article().isEmpty()
                ? ""
                : page.t("organization.dot") + rules.article(warning.article());
    }

    private static boolean isElection(Warning warning) {
        return warning.kind() == Warning.Kind.TERM_ENDING || warning.kind() == Warning.Kind.TERM_OVER;
    }

    private String say(Warning warning, String part) {
        return page.t("organization.warning." + key(warning.kind()) + "." + part, words(warning.arguments()));
    }

    private Object[] words(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case Post post -> page.t("organization.post." + post);
                    case LocalDate day -> day.toString();
                    case Number number -> number.toString();
                    default -> argument.toString();
                })
                .toArray();
    }

    private static @Nullable String noun(Warning.Kind kind) {
        return switch (kind) {
            case POST_LEFT, POST_EMPTY -> "appointments";
            case TERM_OVER, TERM_ENDING, TERM_UNKNOWN, COMMITTEE_MISSING -> "handovers";
            default -> null;
        };
    }

    private static String key(Warning.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
