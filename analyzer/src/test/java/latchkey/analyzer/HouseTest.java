package latchkey.analyzer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which package may use which: the arrows of docs/architecture.md. */
final class HouseTest {
    private static final String ROOT = "latchkey.analyzer.";

    /**
     * Every package may use those of the rows below its own; packages of one row do not know each
     * other.
     */
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("cli"),
                    List.of("report"),
                    List.of("redaction"),
                    List.of("fix"),
                    List.of("diagnosis"),
                    List.of("timeline"),
                    List.of("format", "hint", "live"),
                    List.of("intake"));

    private static final List<String> LEAVES = List.of("evidence", "scan");
    private static final Set<String> READERS_OF_THE_CATALOG = Set.of("cli", "report");

    private static final Set<String> CLOCKS_AND_LOTS =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID");

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("latchkey.analyzer", "latchkey.rules");

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatIsBelowThem() {
        List<DynamicTest> arrows = new ArrayList<>();
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> below =
                    ROWS.subList(row + 1, ROWS.size()).stream().flatMap(List::stream).toList();
            for (String name : ROWS.get(row)) {
                List<String> allowed = new ArrayList<>(below);
                allowed.add(name);
                allowed.addAll(LEAVES);
                arrows.add(arrow(name, allowed, true));
            }
        }
        LEAVES.forEach(leaf -> arrows.add(arrow(leaf, List.of(leaf), leaf.equals("evidence"))));
        return arrows;
    }

    private static DynamicTest arrow(String name, List<String> allowed, boolean knowsRules) {
        List<String> packages = new ArrayList<>();
        allowed.forEach(other -> packages.add(ROOT + other + ".."));
        if (knowsRules) {
            packages.add("latchkey.rules.rule..");
        }
        if (READERS_OF_THE_CATALOG.contains(name)) {
            packages.add("latchkey.rules.catalog..");
        }
        return DynamicTest.dynamicTest(
                name,
                () ->
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + name + "..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAPackage("latchkey..")
                                                .and(
                                                        not(
                                                                resideInAnyPackage(
                                                                        packages.toArray(
                                                                                String[]::new)))))
                                .because(
                                        "a line goes from intake to report and never back"
                                                + " (docs/architecture.md)")
                                .allowEmptyShould(true)
                                .check(HOUSE));
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> known = new TreeSet<>(LEAVES);
        ROWS.forEach(known::addAll);

        Assertions.assertThat(
                        HOUSE.stream()
                                .map(JavaClass::getPackageName)
                                .filter(name -> name.startsWith(ROOT))
                                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                                .distinct())
                .isSubsetOf(known);
    }

    @Test
    void rulesKnowNothingOfLogs() {
        noClasses()
                .that()
                .resideInAPackage("latchkey.rules.rule..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("latchkey..")
                                .and(not(resideInAPackage("latchkey.rules.rule.."))))
                .because("the shape of knowledge is the innermost thing")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("latchkey.rules..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("latchkey..")
                                .and(not(resideInAPackage("latchkey.rules.."))))
                .because("rules are data that more than one reader can use")
                .check(HOUSE);
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
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output carries the result and nothing else")
                .check(HOUSE);
    }

    @Test
    void onlyIntakeOpensArchives() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "intake..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.zip..",
                        "java.util.jar..",
                        "org.apache.commons.compress..",
                        "org.tukaani..")
                .because("the guard against hostile archives stands at one door")
                .check(HOUSE);
    }

    @Test
    void expressionsOfRulesRunInLinearTime() {
        // Enums of the formats make theirs in constructors: constants of the program all the same.
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + "format..")
                .should(
                        callOnlyFromStaticInitialisers(
                                Pattern.class,
                                "compile",
                                "expressions from data go through RE2/J, which cannot backtrack"))
                .because("an expression that is not a constant of the program may be anybody's")
                .check(HOUSE);
        noClasses()
                .should()
                .callMethod(Pattern.class, "matches", String.class, CharSequence.class)
                .because("it compiles on every call")
                .check(HOUSE);
    }

    @Test
    void sameInputGivesSameBytes() {
        DescribedPredicate<JavaMethodCall> readsTheWorld =
                describe("read a clock or draw lots", call -> isClockOrLot(call));
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callMethodWhere(readsTheWorld)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("two runs over one bundle are compared byte by byte")
                .check(HOUSE);
    }

    private static boolean isClockOrLot(JavaMethodCall call) {
        return CLOCKS_AND_LOTS.contains(call.getTargetOwner().getName() + "." + call.getName());
    }

    private static ArchCondition<JavaClass> callOnlyFromStaticInitialisers(
            Class<?> owner, String method, String because) {
        return new ArchCondition<>("call " + method + " only from static initialisers") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
                    if (call.getTargetOwner().isEquivalentTo(owner)
                            && call.getName().equals(method)
                            && !isStaticInitialiser(call.getOrigin())) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        call, call.getDescription() + ": " + because));
                    }
                }
            }
        };
    }

    private static boolean isStaticInitialiser(JavaCodeUnit origin) {
        return origin.getName().equals("<clinit>");
    }

    @Test
    void nothingOpensTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "javax.net..")
                                .or(describe("sockets", type -> isSocket(type))))
                .because("nothing is sent anywhere")
                .check(HOUSE);
    }

    private static boolean isSocket(JavaClass type) {
        return Set.of(
                        "java.net.Socket",
                        "java.net.ServerSocket",
                        "java.net.URLConnection",
                        "java.net.DatagramSocket")
                .contains(type.getName());
    }
}
