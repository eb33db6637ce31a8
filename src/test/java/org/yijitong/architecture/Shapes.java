package org.yijitong.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Externalizable;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Conditions that ArchUnit has no words for. */
final class Shapes {
    private static final String ROOT = "org.yijitong.";

    private Shapes() {}

    /** In our own code: the root package of a module, the web package itself, or a part of its own module. */
    static ArchCondition<JavaClass> useOnlyModuleRoots() {
        return condition(
                "use only root packages of modules",
                (type, found) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            String target = dependency.getTargetClass().getPackageName();
                            return target.startsWith(ROOT)
                                    && target.indexOf('.', ROOT.length()) > 0
                                    && !target.startsWith(module(type) + ".")
                                    && !target.equals(type.getPackageName());
                        })
                        .forEach(dependency -> found.accept(dependency.getDescription())));
    }

    private static String module(JavaClass type) {
        String own = type.getPackageName();
        int end = own.indexOf('.', ROOT.length());
        return end < 0 ? own : own.substring(0, end);
    }

    /** Functional ones are implemented by lambdas, the others by two or more types. */
    static ArchCondition<JavaClass> haveSeveralImplementationsOrBeFunctional() {
        return condition("have several implementations or be functional", (type, found) -> {
            long known = type.getAllSubclasses().stream()
                    .filter(each -> !each.isInterface())
                    .count();
            boolean functional = type.isAnnotatedWith(FunctionalInterface.class);
            if (functional ? known == 1 : known < 2) {
                found.accept(type.getName() + " has " + known + " implementation(s)");
            }
        });
    }

    /** Itself, not by being an exception or an enum. A condition that is met by the violation, for noClasses(). */
    static ArchCondition<JavaClass> declareSerializable() {
        return new ArchCondition<>("declare themselves serializable") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean declares = type.getRawInterfaces().stream()
                        .anyMatch(each ->
                                each.isEquivalentTo(Serializable.class) || each.isEquivalentTo(Externalizable.class));
                events.add(new SimpleConditionEvent(type, declares, type.getName() + " declares serialization"));
            }
        };
    }

    static ArchCondition<JavaMember> notCarryFloatingNumbers() {
        return new ArchCondition<>("not carry floating numbers") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                Stream<JavaClass> types = member instanceof JavaField field
                        ? Stream.of(field.getRawType())
                        : Stream.concat(
                                Stream.of(((JavaCodeUnit) member).getRawReturnType()),
                                ((JavaCodeUnit) member).getRawParameterTypes().stream());
                if (types.anyMatch(Shapes::floating)) {
                    events.add(SimpleConditionEvent.violated(member, member.getFullName() + " is floating"));
                }
            }
        };
    }

    private static boolean floating(JavaClass type) {
        return Stream.of(double.class, float.class, Double.class, Float.class).anyMatch(type::isEquivalentTo);
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Consumer<String>> finder) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                finder.accept(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }
}
