package io.verigate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.micronaut.context.condition.TrueCondition;
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
final class ArchitectureTest {
    private static final String HOUSE = "io.verigate.";

    /// The arrows. A `mariadb` sub-package has those of its feature, and those of the stores.
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("decision", Set.of()),
                    Map.entry("ledger", Set.of()),
                    Map.entry("crypto", Set.of()),
                    Map.entry("database", Set.of()),
                    Map.entry("policy", Set.of("decision")),
                    Map.entry("rules", Set.of("decision", "policy")),
                    Map.entry("signal", Set.of("decision")),
                    Map.entry("messages", Set.of("decision")),
                    Map.entry("access", Set.of("decision")),
                    Map.entry("account", Set.of("decision", "ledger")),
                    Map.entry("activity", Set.of("decision", "ledger", "crypto")),
                    Map.entry("journal", Set.of("decision", "activity", "ledger")),
                    Map.entry("ruleset", Set.of("crypto", "decision", "policy", "rules", "ledger")),
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
                                    "crypto")),
                    Map.entry(
                            "verification",
                            Set.of(
                                    "decision",
                                    "account",
                                    "activity",
                                    "assessment",
                                    "delivery",
                                    "ledger",
                                    "messages",
                                    "crypto")),
                    Map.entry(
                            "securityinfo",
                            Set.of(
                                    "decision",
                                    "account",
                                    "activity",
                                    "assessment",
                                    "delivery",
                                    "ledger",
                                    "verification",
                                    "crypto")),
                    Map.entry("delivery", Set.of("decision", "ledger", "messages")),
                    Map.entry("sandbox", Set.of("decision", "delivery", "verification")),
                    Map.entry(
                            "retention",
                            Set.of(
                                    "decision",
                                    "ledger",
                                    "account",
                                    "activity",
                                    "journal",
                                    "verification")),
                    Map.entry(
                            "analysis",
                            Set.of(
                                    "access",
                                    "decision",
                                    "policy",
                                    "rules",
                                    "signal",
                                    "account",
                                    "activity",
                                    "journal",
                                    "ledger",
                                    "crypto",
                                    "assessment",
                                    "verification",
                                    "securityinfo",
                                    "delivery")));

    /// What every store may use besides: connections, ledger records, and how addresses are kept.
    private static final Set<String> STORES_MAY_USE =
            Set.of("database", "decision", "activity", "ledger", "crypto");

    /// These put the features together and may use all of them.
    private static final Set<String> AT_THE_EDGE = Set.of("api", "cli", "app");

    private static final String[] VENDORS = {
        "io.verigate..mariadb..",
        HOUSE + "delivery.smtp..",
        HOUSE + "delivery.smpp..",
        HOUSE + "delivery.webhook.."
    };

    /// Without the bean definitions that Micronaut generates beside each class.
    private static final JavaClasses ALL =
            ProductClasses.ALL.that(
                    describe("written by people", type -> !type.getName().contains(".$")));

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
                        .and(not(resideInAnyPackage("io.verigate..mariadb.."))),
                allowed);
        STORES_MAY_USE.forEach(other -> allowed.add(HOUSE + other + ".."));
        refuse(resideInAnyPackage(HOUSE + feature + "..mariadb.."), allowed);
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
    void toolsOfAnalysisHaveNoCycles() {
        slices().matching(HOUSE + "analysis.(*)..").should().beFreeOfCycles().check(ALL);
        noClasses()
                .that(resideInAnyPackage(HOUSE + "analysis"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(HOUSE + "analysis.*.."))
                .check(ALL);
    }

    @Test
    void theEdgeIsKnownToNobodyInside() {
        noClasses()
                .that(resideOutsideOfPackages(HOUSE + "cli..", HOUSE + "app.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(HOUSE + "cli..", HOUSE + "app.."))
                .check(ALL);
    }

    @Test
    void featuresDoNotKnowTheirVendors() {
        noClasses()
                .that(
                        resideOutsideOfPackages(VENDORS)
                                .and(resideOutsideOfPackages(HOUSE + "app..", HOUSE + "cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(VENDORS))
                .check(ALL);
    }

    @Test
    void sqlStaysInTheStores() {
        DescribedPredicate<JavaClass> sql = resideInAnyPackage("java.sql..", "javax.sql..");
        String[] stores = {"io.verigate..mariadb..", HOUSE + "database.."};
        String[] carriers = {HOUSE + "app..", HOUSE + "cli.."};

        noClasses()
                .that(resideOutsideOfPackages(stores).and(resideOutsideOfPackages(carriers)))
                .should()
                .dependOnClassesThat(sql)
                .check(ALL);
        noClasses()
                .that(resideInAnyPackage(carriers))
                .should()
                .dependOnClassesThat(sql.and(not(type(DataSource.class))))
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

    /// Beans and settings are declared where they are. `TrueCondition` is a default of `@Requires`.
    @Test
    void whatDecidesKnowsOnlyAnnotationsOfMicronaut() {
        String[] inside =
                MAY_USE.keySet().stream()
                        .filter(name -> !Set.of("database").contains(name))
                        .map(name -> HOUSE + name + "..")
                        .toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(inside))
                // Their stores are repositories of Micronaut Data.
                .and(resideOutsideOfPackages("io.verigate..mariadb.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.micronaut..")
                                .and(
                                        resideOutsideOfPackages(
                                                "io.micronaut.context.annotation..",
                                                "io.micronaut.core.bind.annotation..",
                                                "io.micronaut.scheduling.annotation.."))
                                .and(not(type(TrueCondition.class))))
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
                                HOUSE + "app..", HOUSE + "database..", HOUSE + "cli.."))
                .should()
                .accessTargetWhere(
                        describe("reads the clock of the machine", ArchitectureTest::readsTheClock))
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
