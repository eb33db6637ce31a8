package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.ChangeKind;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Post;

/** Documents that lead nowhere or leave out a word. */
class DocumentTests {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() {
        List<Path> documents = Project.files(".md");
        assertThat(documents).hasSizeGreaterThan(5);
        assertThat(documents.stream().flatMap(file -> broken(file, Project.text(file))))
                .isEmpty();
    }

    @Test
    void aBrokenLinkIsFound() {
        Path file = Path.of("docs", "planted.md");
        assertThat(broken(file, "[x](nowhere.md)")).hasSize(1);
        assertThat(broken(file, "[x](architecture.md#no-such-heading)")).hasSize(1);
        assertThat(broken(file, "[x](architecture.md#architecture), [y](https://example.org/)"))
                .isEmpty();
    }

    @Test
    void everyConstantPeopleReadIsInTheGlossary() {
        String glossary = Project.text(Path.of("docs", "glossary.md"));
        Stream<Enum<?>> constants = Stream.of(
                        OrganizationKind.values(),
                        Post.values(),
                        MemberKind.values(),
                        MemberState.values(),
                        Leaving.values(),
                        ChangeKind.values(),
                        ActivityKind.values())
                .flatMap(Stream::of);
        assertThat(constants.filter(constant -> !explained(glossary, constant))).isEmpty();
        assertThat(explained("| `NOTHING` | 无 | `Post` |", Post.SECRETARY)).isFalse();
    }

    /** In a row with the constant, a Chinese term and the type. */
    private static boolean explained(String glossary, Enum<?> constant) {
        String row = "\\| `%s` \\| [^|]*\\p{IsHan}[^|]*\\| `%s`"
                .formatted(constant.name(), constant.getDeclaringClass().getSimpleName());
        return Pattern.compile(row).matcher(glossary).find();
    }

    private static Stream<String> broken(Path file, String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .filter(link -> !leads(file, text, link))
                .map(link -> file + " -> " + link);
    }

    private static boolean leads(Path file, String text, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!path.isEmpty() && !Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchored(path.isEmpty() ? text : Project.text(target), link.substring(hash + 1));
    }

    private static boolean anchored(String text, String anchor) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }
}
