package org.yijitong.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.yijitong.Yijitong;

/** The modules of the product and what each declares to use. */
final class Modules {
    static final ApplicationModules ALL = ApplicationModules.of(Yijitong.class);

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What the build writes so that parts need not be found at each start.
            .withImportOption(location -> !location.contains("__"))
            .importPackages("org.yijitong");

    private Modules() {}

    static List<String> names() {
        return ALL.stream().map(module -> module.getIdentifier().toString()).toList();
    }

    static Map<String, List<String>> declared() {
        return names().stream().collect(Collectors.toMap(Function.identity(), Modules::declared));
    }

    /** As the package says it; a module that says nothing may use everything, which is never right. */
    static List<String> declared(String module) {
        return CLASSES.getPackage("org.yijitong." + module)
                .tryGetAnnotationOfType(ApplicationModule.class)
                .map(said -> List.of(said.allowedDependencies()))
                .orElse(List.of(ApplicationModule.OPEN_TOKEN));
    }
}
