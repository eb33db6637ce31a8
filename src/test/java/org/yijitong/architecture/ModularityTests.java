package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The modules, what each may use, and the picture of it in the documentation. */
class ModularityTests {
    private static final Pattern VIEWS = Pattern.compile("\\b([a-z]+)\\.v_");

    /** From the ground up; a module may use those before it. Operation and demo stand side by side. */
    private static final List<String> ORDER = List.of(
            "shared",
            "yaml",
            "audit",
            "document",
            "organization",
            "access",
            "notice",
            "mechanism",
            "ledger",
            "activity",
            "matter",
            "paper",
            "overview",
            "personal",
            "operation",
            "demo");

    private static final Path DOCUMENT = Path.of("docs", "architecture.md");
    private static final String OPEN = "<!-- modules: made by ModularityTests -->\n";
    private static final String CLOSE = "<!-- end of modules -->";

    @Test
    void modulesUseOnlyTheRootsOfWhatTheyDeclare() {
        Modules.ALL.verify();
    }

    @Test
    void everyModuleDeclaresOnlyWhatStandsBeforeIt() {
        assertThat(Modules.names()).isSubsetOf(ORDER);
        assertThat(Modules.names().stream().flatMap(name -> outOfOrder(name, Modules.declared(name)).stream()))
                .isEmpty();
    }

    @Test
    void everyModuleUsesWhatItDeclares() {
        assertThat(Modules.names().stream().flatMap(name -> unused(name, Stream.concat(used(name), read(name)))))
                .isEmpty();
    }

    @Test
    void aModuleThatDeclaresMoreThanItUsesIsFound() {
        assertThat(unused("mechanism", Stream.of("shared", "audit", "yaml")))
                .containsExactly("mechanism declares organization in vain");
    }

    /** The schemas whose views a module reads, which no Java shows. */
    private static Stream<String> read(String name) {
        return JavaSource.of(Project.MAIN).stream()
                .filter(source -> source.module().equals(name))
                .flatMap(Statements::texts)
                .flatMap(sql -> VIEWS.matcher(sql).results())
                .map(view -> view.group(1));
    }

    private static Stream<String> unused(String name, Stream<String> used) {
        Set<String> there = used.collect(Collectors.toSet());
        return Modules.declared(name).stream()
                .filter(each -> !there.contains(each))
                .map(each -> name + " declares " + each + " in vain");
    }

    @Test
    void aModuleThatDeclaresUpwardsIsFound() {
        assertThat(outOfOrder("organization", List.of("shared", "access"))).hasSize(1);
        assertThat(outOfOrder("demo", List.of("operation"))).hasSize(1);
        assertThat(outOfOrder("audit", List.of("document"))).hasSize(1);
        assertThat(outOfOrder("shared", List.of(ApplicationModule.OPEN_TOKEN))).hasSize(1);
    }

    @Test
    void thePictureShowsTheModulesAsTheyAre() throws IOException {
        String text = Project.text(DOCUMENT);
        int start = text.indexOf(OPEN) + OPEN.length();
        String wanted = text.substring(0, start) + picture() + text.substring(text.indexOf(CLOSE));
        if (Boolean.getBoolean("yijitong.write")) {
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Project.text(DOCUMENT))
                .as("renew it with: mvn test -Dtest=ModularityTests -Dyijitong.write=true")
                .isEqualTo(wanted);
    }

    private static List<String> outOfOrder(String module, List<String> declared) {
        var before = new ArrayList<>(ORDER.subList(0, ORDER.indexOf(module)));
        if (module.equals("demo")) {
            before.remove("operation");
        }
        if (module.equals("document")) {
            before.remove("audit");
        }
        return declared.stream()
                .filter(each -> !before.contains(each))
                .map(each -> module + " declares " + each)
                .toList();
    }

    private static String picture() {
        List<String> present = ORDER.stream().filter(Modules.names()::contains).toList();
        String boxes = present.stream().map(name -> "    " + name + "\n").collect(Collectors.joining());
        String arrows = present.stream()
                .flatMap(name -> used(name).map(used -> "    " + name + " --> " + used + "\n"))
                .collect(Collectors.joining());
        return "```mermaid\ngraph BT\n" + boxes + arrows + "```\n";
    }

    private static Stream<String> used(String name) {
        return Modules.ALL
                .getModuleByName(name)
                .orElseThrow()
                .getDirectDependencies(Modules.ALL)
                .uniqueModules()
                .map(module -> module.getIdentifier().toString())
                .sorted();
    }
}
