package dev.tinyland.gf.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the rooms in the order of the architecture page: a room imports only rooms below it. */
class RoomTests {
    private static final String ROOT = "dev.tinyland.gf.";

    /** Ground floor first. Rooms of one row do not import one another. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("text"),
            List.of("yaml", "hcl", "shell", "markdown", "just", "expression"),
            List.of("contract"),
            List.of("secret"),
            List.of("report"),
            List.of("actions"),
            List.of("process"),
            List.of("github"),
            List.of("kube"),
            List.of("s3"),
            List.of("helm"),
            List.of("tofu"),
            List.of("lint", "attic", "bazel", "access", "comment"),
            List.of("state"),
            List.of("plan"),
            List.of("arc"));

    /** Features that stand alone, although later features stand above them. */
    private static final Map<String, Set<String>> NOT_FOR = Map.of(
            "lint", Set.of("state", "plan", "arc"),
            "attic", Set.of("state", "plan", "arc"),
            "bazel", Set.of("state", "plan", "arc"),
            "comment", Set.of("state", "plan", "arc"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("dev.tinyland.gf");

    @Test
    void roomsImportDownwardOnly() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                List<String> forbidden = new ArrayList<>();
                for (int above = floor; above < FLOORS.size(); above++) {
                    FLOORS.get(above).stream()
                            .filter(other -> !other.equals(room))
                            .forEach(forbidden::add);
                }
                NOT_FOR.forEach((tenant, strangers) -> {
                    if (strangers.contains(room)) {
                        forbidden.add(tenant);
                    }
                });
                DescribedPredicate<JavaClass> notBelow = resideInAnyPackage(forbidden.stream()
                                .map(name -> ROOT + name + "..")
                                .toArray(String[]::new))
                        .or(resideInAPackage("dev.tinyland.gf"));
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + room + "..")
                        .should()
                        .dependOnClassesThat(are(notBelow))
                        .allowEmptyShould(true)
                        .because("room " + room + " stands below them")
                        .check(CLASSES);
            }
        }
    }

    @Test
    void everyClassHasARoom() {
        Set<String> rooms = new TreeSet<>();
        FLOORS.forEach(rooms::addAll);
        for (JavaClass type : CLASSES) {
            String name = type.getPackageName();
            if (name.equals("dev.tinyland.gf")) {
                continue;
            }
            String room = name.substring(ROOT.length()).split("\\.", 2)[0];
            assertTrue(rooms.contains(room), () -> type.getName() + " stands in no room of the plan");
        }
    }

    @Test
    void onlyTheLauncherTouchesStreamsEnvironmentAndExit() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tinyland.gf", ROOT + "actions..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    /** The launcher starts it from the boot class path, from which neither can be seen. */
    @Test
    void theLinterNeedsNoModuleThatTheBootLoaderDoesNotSee() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "lint..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", ROOT + "github..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(new com.tngtech.archunit.lang.ArchCondition<>("stand in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        if (!marked) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    type, type.getName() + " does not"));
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void theRulesSeeTheHouse() {
        assertTrue(CLASSES.size() > 5, "too few classes for these rules to mean anything");
    }
}
