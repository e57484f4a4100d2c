package io.verigate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which package may know which other, and where the outside world comes in.
final class HouseTest {
    private static final String HOUSE = "io.verigate.";

    /// The arrows. A vendor's sub-package, such as `journal.mariadb`, has those of its feature, and those of the stores.
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("decision", Set.of()),
                    Map.entry("ledger", Set.of()),
                    Map.entry("protection", Set.of()),
                    Map.entry("database", Set.of()),
                    Map.entry("policy", Set.of("decision")),
                    Map.entry("rules", Set.of("decision", "policy")),
                    Map.entry("ruleset", Set.of("decision", "policy", "rules", "ledger")),
                    Map.entry("signal", Set.of("decision")),
                    Map.entry("text", Set.of("decision")),
                    Map.entry("access", Set.of("decision")),
                    Map.entry("activity", Set.of("decision", "ledger", "protection")),
                    Map.entry("account", Set.of("decision", "ledger")),
                    Map.entry("journal", Set.of("decision", "activity", "ledger")),
                    Map.entry(
                            "assessment",
                            Set.of(
                                    "decision",
                                    "policy",
                                    "rules",
                                    "ruleset",
                                    "signal",
                                    "account",
                                    "activity",
                                    "journal",
                                    "ledger",
                                    "protection")),
                    Map.entry(
                            "delivery",
                            Set.of(
                                    "decision",
                                    "account",
                                    "activity",
                                    "ledger",
                                    "assessment",
                                    "protection",
                                    "text")),
                    Map.entry("sandbox", Set.of("decision")),
                    Map.entry(
                            "retention",
                            Set.of(
                                    "decision",
                                    "account",
                                    "activity",
                                    "journal",
                                    "delivery",
                                    "ledger",
                                    "protection")),
                    // The bench runs the whole way in memory.
                    Map.entry(
                            "regression",
                            Set.of(
                                    "access",
                                    "decision",
                                    "policy",
                                    "rules",
                                    "signal",
                                    "account",
                                    "journal",
                                    "ledger",
                                    "assessment",
                                    "delivery",
                                    "protection")),
                    Map.entry("backtest", Set.of("decision", "policy", "rules", "journal")),
                    Map.entry(
                            "simulation",
                            Set.of(
                                    "decision",
                                    "policy",
                                    "rules",
                                    "signal",
                                    "account",
                                    "activity",
                                    "journal",
                                    "ledger",
                                    "protection",
                                    "assessment")));

    /// What every store may know besides: connections, steps, and how addresses are kept.
    private static final Set<String> STORES_MAY_USE = Set.of("database", "ledger", "protection");

    /// These put the others together and may know all of them.
    private static final Set<String> AT_THE_EDGE = Set.of("http", "cli", "wiring");

    private static final String[] VENDORS = {
        HOUSE + "*.mariadb..",
        HOUSE + "delivery.smtp..",
        HOUSE + "delivery.smpp..",
        HOUSE + "delivery.http.."
    };

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.verigate");

    static Stream<String> limited() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limited")
    void knowsOnlyWhatItMay(String feature) {
        List<String> allowed = new ArrayList<>(List.of(HOUSE + feature + ".."));
        MAY_USE.getOrDefault(feature, Set.of()).forEach(other -> allowed.add(HOUSE + other + ".."));
        refuse(
                resideInAnyPackage(HOUSE + feature + "..")
                        .and(not(resideInAnyPackage(HOUSE + "*.mariadb.."))),
                allowed);
        STORES_MAY_USE.forEach(other -> allowed.add(HOUSE + other + ".."));
        refuse(resideInAnyPackage(HOUSE + feature + ".mariadb.."), allowed);
    }

    private static void refuse(DescribedPredicate<JavaClass> some, List<String> allowed) {
        DescribedPredicate<JavaClass> ours =
                describe("of this house", type -> type.getPackageName().startsWith("io.verigate"));
        noClasses()
                .that(some)
                .should()
                .dependOnClassesThat(
                        ours.and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : ALL) {
            String rest = type.getPackageName().substring("io.verigate".length());
            strangers.add(rest.isEmpty() ? "the base package" : rest.split("\\.", -1)[1]);
        }
        strangers.removeAll(MAY_USE.keySet());
        strangers.removeAll(AT_THE_EDGE);

        assertThat(strangers).as("packages without arrows in this test").isEmpty();
    }

    @Test
    void arrowsNeverComeBack() {
        slices().matching(HOUSE + "(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void theEdgeIsKnownToNobodyInside() {
        noClasses()
                .that(resideOutsideOfPackages(HOUSE + "cli..", HOUSE + "wiring.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(HOUSE + "cli..", HOUSE + "wiring.."))
                .check(ALL);
    }

    @Test
    void featuresDoNotKnowTheirVendors() {
        noClasses()
                .that(
                        resideOutsideOfPackages(VENDORS)
                                .and(resideOutsideOfPackages(HOUSE + "wiring..", HOUSE + "cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(VENDORS))
                .check(ALL);
    }

    @Test
    void sqlStaysInTheStores() {
        DescribedPredicate<JavaClass> sql = resideInAnyPackage("java.sql..", "javax.sql..");
        String[] stores = {HOUSE + "*.mariadb..", HOUSE + "database.."};
        String[] carriers = {HOUSE + "wiring..", HOUSE + "cli.."};

        noClasses()
                .that(resideOutsideOfPackages(stores).and(resideOutsideOfPackages(carriers)))
                .should()
                .dependOnClassesThat(sql)
                .check(ALL);
        noClasses()
                .that(resideInAnyPackage(carriers))
                .should()
                .dependOnClassesThat(sql.and(not(JavaClass.Predicates.type(DataSource.class))))
                .check(ALL);
    }

    @Test
    void onlyTheRulesKnowDrools() {
        noClasses()
                .that(resideOutsideOfPackages(HOUSE + "rules.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."))
                .check(ALL);
    }

    @Test
    void whatDecidesRunsWithoutMicronaut() {
        String[] inside =
                MAY_USE.keySet().stream()
                        .filter(name -> !Set.of("database").contains(name))
                        .map(name -> HOUSE + name + "..")
                        .toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(inside))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.micronaut.."))
                .check(ALL);
    }

    @Test
    void theVocabularyIsPlainJava() {
        classes()
                .that(resideInAnyPackage(HOUSE + "decision.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(HOUSE + "decision..", "java..", "org.jspecify.."))
                .check(ALL);
    }

    @Test
    void theClockIsHandedIn() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                HOUSE + "wiring..", HOUSE + "database..", HOUSE + "cli.."))
                .should()
                .accessTargetWhere(
                        describe("reads the clock of the machine", HouseTest::readsTheClock))
                .check(ALL);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean now = owner.getPackageName().equals("java.time") && name.equals("now");
        boolean system =
                (owner.isEquivalentTo(InstantSource.class) || owner.isEquivalentTo(Clock.class))
                        && name.startsWith("system");
        return now
                || system
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>");
    }
}
