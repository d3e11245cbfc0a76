package latchkey.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import latchkey.web.store.CaseStore;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which package may use which: {@code cli → server → page, api, signin → access → search → job →
 * store}.
 */
final class HouseTest {
    private static final String ROOT = "latchkey.web.";
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("cli"),
                    List.of("server"),
                    List.of("page", "api", "signin"),
                    List.of("access"),
                    List.of("search"),
                    List.of("job", "play"),
                    List.of("store"));

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("latchkey.web");

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatIsBelowThem() {
        List<DynamicTest> arrows = new ArrayList<>();
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> below =
                    ROWS.subList(row + 1, ROWS.size()).stream().flatMap(List::stream).toList();
            for (String name : ROWS.get(row)) {
                List<String> allowed = new ArrayList<>(below);
                allowed.add(name);
                String[] packages =
                        allowed.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
                arrows.add(
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        noClasses()
                                                .that()
                                                .resideInAPackage(ROOT + name + "..")
                                                .should()
                                                .dependOnClassesThat(
                                                        resideInAPackage("latchkey.web..")
                                                                .and(
                                                                        not(
                                                                                resideInAnyPackage(
                                                                                        packages))))
                                                .because("a request goes down and comes back up")
                                                .check(HOUSE)));
            }
        }
        return arrows;
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
                .because("standard output carries one line: the address")
                .check(HOUSE);
    }

    @Test
    void nothingIsSentAnywhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .because("the server answers and never asks")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "signin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..")
                .because("only the identity provider of the configuration is ever asked")
                .check(HOUSE);
    }

    @Test
    void doorsSeeCasesOnlyAsAPersonDoes() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "page..", ROOT + "api..", ROOT + "server..")
                .should()
                .callMethod(CaseStore.class, "find", String.class)
                .orShould()
                .callMethod(CaseStore.class, "list", int.class)
                .because("AccessStore asks who wants to know")
                .check(HOUSE);
    }

    @Test
    void onlyPlaysKnowTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "play..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("latchkey.simulator..")
                .because("the server starts without the simulator, with fewer pages")
                .check(HOUSE);
    }

    @Test
    void nobodyWaitsForTheClock() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .because("time comes from a source that a test can hold")
                .check(HOUSE);
    }

    @Test
    void archivesAreOpenedByTheAnalyzerOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.zip..", "org.apache.commons.compress..")
                .because("hostile archives meet one guard, in a process of its own")
                .check(HOUSE);
    }
}
