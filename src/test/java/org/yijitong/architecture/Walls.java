package org.yijitong.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.yijitong.activity.RestedOn;
import org.yijitong.shared.Db;
import org.yijitong.shared.Permitted;

/** The rules about classes, one sentence each. */
final class Walls {
    /** The clock, the day, and the start of the product, which has no context yet. */
    private static final Set<String> CLOCKS =
            Set.of("org.yijitong.shared.Time", "org.yijitong.shared.Days", "org.yijitong.operation.Launcher");

    static final ArchRule ONLY_STORES_TOUCH_THE_DATABASE = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideOutsideOfPackage("org.yijitong.shared")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Db.class)
            .because("only stores and the shared kernel touch Db");

    static final ArchRule NOBODY_GOES_AROUND_DB = noClasses()
            .that()
            .resideOutsideOfPackages("org.yijitong.shared", "org.yijitong.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..")
            .because("only the shared kernel speaks JDBC, and operation, which runs before Spring does");

    static final ArchRule STORES_ARE_PRIVATE = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .bePackagePrivate()
            .because("a store belongs to its package");

    static final ArchRule CONTROLLERS_ARE_PRIVATE = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .areNotAnnotatedWith(ControllerAdvice.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAnyPackage("org.yijitong.*.web", "org.yijitong.*.api")
            .andShould()
            .haveSimpleNameEndingWith("Controller")
            .because("a controller is package-private and lives in its module's web or api package");

    static final ArchRule WEB_USES_ONLY_THE_API = classes()
            .that()
            .resideInAnyPackage("org.yijitong.*.web", "org.yijitong.*.api")
            .should(Shapes.useOnlyModuleRoots())
            .because("the web package uses the API of other modules and the parts of its own");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(describe("are not the clock itself", type -> !CLOCKS.contains(type.getName())))
            .should()
            .accessTargetWhere(describe("tells the time by itself", Walls::tellsTime))
            .because("time comes from the injected Clock, days from Days");

    static final ArchRule NO_AUTOWIRED =
            noMembers().should().beAnnotatedWith(Autowired.class).because("one constructor needs no annotation");

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("what a class needs stands in its constructor");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service)")
            .because("these names say nothing");

    static final ArchRule INTERFACES_HAVE_SEVERAL_KINDS = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .doNotHaveSimpleName("package-info")
            .and(describe(
                    "are not known only by a later module",
                    type -> !type.isEquivalentTo(Permitted.class) && !type.isEquivalentTo(RestedOn.class)))
            .should(Shapes.haveSeveralImplementationsOrBeFunctional())
            .because("an interface with one implementation is that implementation");

    static final ArchRule NO_PRINTING = noClasses()
            .that()
            .resideOutsideOfPackage("org.yijitong.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("only operation speaks to the console; all else logs by SLF4J");

    static final ArchRule NO_SERIALIZATION = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)
            .orShould(Shapes.declareSerializable())
            .because("Java serialization runs what it reads");

    static final ArchRule NOTHING_NEEDS_THE_DEMO = noClasses()
            .that()
            .resideOutsideOfPackage("org.yijitong.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yijitong.demo..")
            .because("the product works without its demonstration");

    static final ArchRule TRANSACTIONS_BELONG_TO_VERBS = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .or(describe(
                    "have transactional methods",
                    type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class))))
            .should()
            .resideOutsideOfPackage("org.yijitong..web..")
            .andShould()
            .haveSimpleNameNotEndingWith("Store")
            .because("a transaction begins at a module's verb, not in web and not in a store");

    static final ArchRule WEB_BEGINS_NO_TRANSACTION = noClasses()
            .that(resideInAPackage("org.yijitong.*.web.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.transaction..")
            .because("a transaction begins at a module's verb");

    static final ArchRule NO_FLOATING_SCORES = members()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("org.yijitong.."))
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.not(
                    resideInAnyPackage("org.yijitong.document..", "org.yijitong.organization.roster..")))
            .should(Shapes.notCarryFloatingNumbers())
            .because(
                    "scores and sums are integers or decimals; only workbooks store floating numbers, and only likeness of words is guessed in them");

    private Walls() {}

    private static boolean tellsTime(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        if (owner.getPackageName().equals("java.time")) {
            return name.equals("now") || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"));
        }
        return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Calendar.class) && name.equals("getInstance"))
                || (owner.isEquivalentTo(Date.class)
                        && name.equals("<init>")
                        && call.getTarget() instanceof AccessTarget.CodeUnitAccessTarget made
                        && made.getRawParameterTypes().isEmpty());
    }
}
