package org.yijitong.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Templates hold markup and nothing else: words come from bundles, looks from the style sheet. */
class TemplateTests {
    private static final Pattern WORD_ATTRIBUTE =
            Pattern.compile("\\b(?:alt|title|placeholder|aria-label)=\"[^\"]*\\p{L}[^\"]*\"");
    private static final Pattern FREE = Pattern.compile("/yijitong/(?:document/reading|organization/roster|demo)/");
    private static final Pattern CLASS = Pattern.compile("\\bclass=\"([^\"]*)\"");

    @Test
    void templatesHoldNoWords() {
        Sources.templates().forEach((file, text) -> {
            for (String part : Markup.parts(text)) {
                assertThat(found(WORD_ATTRIBUTE, part))
                        .as("attributes in " + file)
                        .isEmpty();
                assertThat(part.replaceAll("(?s)<[^>]*>", " ").replaceAll("&[a-z]+;", " "))
                        .as("text in " + file)
                        .doesNotContainPattern("\\p{L}");
            }
        });
    }

    /**
     * Words for people stand in bundles. Java may hold Chinese in the packages that read what others wrote (rosters and
     * workbooks), in the demonstration world, and elsewhere if a comment that begins with "Chinese words:" says why. The
     * product's own name is free.
     */
    @Test
    void javaHoldsNoChineseWords() {
        Pattern han = Pattern.compile("\"[^\"\\n]*\\p{IsHan}[^\"\\n]*\"");
        Sources.java().forEach((file, text) -> {
            boolean free =
                    FREE.matcher(file.toString()).find() || Sources.text(file).contains("Chinese words: ");
            if (!free) {
                assertThat(found(han, text.replace("一记通", "")))
                        .as("Chinese in " + file)
                        .isEmpty();
            }
        });
    }

    @Test
    void templatesHoldNoInlineStyleOrScript() {
        Sources.templates()
                .forEach((file, text) -> assertThat(text)
                        .as(file.toString())
                        .doesNotContainPattern("\\sstyle=")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContainPattern("<style|javascript:|https?://")
                        .doesNotContainPattern("<script(?! src)"));
    }

    /** So that every form carries its token and its key; choices of look and searches by GET need neither. */
    @Test
    void formsThatChangeSomethingAreMadeByThePart() {
        Sources.templates().forEach((file, text) -> {
            if (!file.endsWith("ui/form.jte")) {
                Matcher form =
                        Pattern.compile("<form[^>]*method=\"post\"[^>]*>").matcher(text);
                while (form.find()) {
                    assertThat(form.group()).as(file.toString()).contains("action=\"/preferences\"");
                }
            }
        });
    }

    @Test
    void everyIconIsInTheSprite() {
        Set<String> icons =
                Set.copyOf(Sources.text(Path.of("frontend/icons.txt")).lines().toList());
        Pattern named = Pattern.compile("(?:icon\\(name = |icon = )\"([^\"]+)\"");
        Pattern entry = Pattern.compile("new NavItem\\(\\s*\"[^\"]*\",\\s*\"([^\"]+)\"");
        Sources.templates()
                .forEach((file, text) ->
                        assertThat(found(named, text)).as(file.toString()).isSubsetOf(icons));
        Sources.java()
                .forEach((file, text) ->
                        assertThat(found(entry, text)).as(file.toString()).isSubsetOf(icons));
    }

    /** A class that no rule knows is a slip of the pen. */
    @Test
    void everyClassIsInTheStyleSheet() {
        String css = String.join("\n", Sources.below("frontend/css", ".css").values());
        Set<String> known = Pattern.compile("\\.(-?[a-zA-Z][\\w-]*)")
                .matcher(css)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Sources.templates().forEach((file, text) -> {
            for (String part : Markup.parts(text)) {
                for (String names : found(CLASS, part)) {
                    assertThat(List.of(names.strip().split("\\s+")))
                            .as(file.toString())
                            .filteredOn(name -> !name.isEmpty())
                            .isSubsetOf(known);
                }
            }
        });
    }

    /** The sheets of pages that stand: a rule nobody needs goes. The other sheets wait for the pages they are for. */
    @Test
    void theSheetsOfFinishedPagesHoldNothingUnused() {
        String users = String.join("\n", Sources.templates().values())
                + String.join("\n", Sources.java().values())
                + Sources.text(Path.of("frontend/yj.js"));
        for (String sheet : List.of("21-import.css", "24-organizations.css")) {
            String css = Sources.text(Path.of("frontend/css", sheet)).replaceAll("(?s)/\\*.*?\\*/", "");
            assertThat(Pattern.compile("\\.(-?[a-zA-Z][\\w-]*)")
                            .matcher(css)
                            .results()
                            .map(match -> match.group(1)))
                    .as(sheet)
                    .allMatch(name -> Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
                            .matcher(users)
                            .find());
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }
}
