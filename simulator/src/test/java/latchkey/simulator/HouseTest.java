package latchkey.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which package may use which: control plane and agent meet on the wire and nowhere else. */
final class HouseTest {
    private static final String ROOT = "latchkey.simulator.";

    /** Every package may use those of the rows below its own, none of its own row. */
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("cli", "server"),
                    List.of("scenario"),
                    List.of("controlplane", "agent", "eva", "fault"),
                    List.of("guest"),
                    List.of("wire"),
                    List.of("world"));

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("latchkey.simulator");

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatIsBelowThem() {
        List<DynamicTest> arrows = new ArrayList<>();
        for (int row = 0; row < ROWS.size(); row++) {
            for (String name : ROWS.get(row)) {
                List<String> allowed = new ArrayList<>();
                allowed.add(ROOT + name + "..");
                if (name.equals("cli")) {
                    allowed.add(ROOT + "server..");
                }
                ROWS.subList(row + 1, ROWS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !(name.equals("controlplane") && other.equals("guest")))
                        .forEach(other -> allowed.add(ROOT + other + ".."));
                arrows.add(arrow(name, allowed.toArray(String[]::new)));
            }
        }
        return arrows;
    }

    private static DynamicTest arrow(String name, String... allowed) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + name + "..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAPackage("latchkey..")
                                                .and(not(resideInAnyPackage(allowed))))
                                .because("a failure travels up the real way, not past it")
                                .allowEmptyShould(true)
                                .check(HOUSE));
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> known = new TreeSet<>();
        ROWS.forEach(known::addAll);

        Assertions.assertThat(
                        HOUSE.stream()
                                .map(JavaClass::getPackageName)
                                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                                .distinct())
                .isSubsetOf(known);
    }

    @Test
    void timeAndChanceComeFromTheWorld() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "world..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("the same seed gives the same events and the same bytes")
                .check(
                        HOUSE.that(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "not sealing with chance from dice",
                                        type -> !type.getPackageName().equals(ROOT + "wire"))));
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output carries the result and nothing else")
                .check(HOUSE);
    }
}
