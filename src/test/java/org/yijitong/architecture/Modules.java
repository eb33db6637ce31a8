package org.yijitong.architecture;

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

    private Modules() {}

    static List<String> names() {
        return ALL.stream().map(module -> module.getIdentifier().toString()).toList();
    }

    static Map<String, List<String>> declared() {
        return names().stream().collect(Collectors.toMap(Function.identity(), Modules::declared));
    }

    /** As the package says it; a module that says nothing may use everything, which is never right. */
    static List<String> declared(String module) {
        try {
            var said = Class.forName("org.yijitong." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return said == null ? List.of(ApplicationModule.OPEN_TOKEN) : List.of(said.allowedDependencies());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
