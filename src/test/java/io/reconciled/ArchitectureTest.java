package io.reconciled;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.reconciled.model.ReconciledException;
import io.reconciled.store.StoreContract;
import io.reconciled.store.StoreKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String ROOT = "io.reconciled";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /**
   * The whole architecture in one table: each stage, and the stages it may use. There is no row for
   * {@code repair}, because there is no such package yet.
   */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("rules", Set.of("model")),
          Map.entry("store", Set.of("model")),
          Map.entry("state", Set.of("model")),
          Map.entry("due", Set.of("model", "state")),
          Map.entry("capture", Set.of("model", "state", "rules", "store", "due")),
          Map.entry("compare", Set.of("model", "rules")),
          Map.entry("discrepancy", Set.of("model", "state", "rules", "compare")),
          Map.entry("recheck", Set.of("model", "rules", "store", "due", "compare", "discrepancy")),
          Map.entry(
              "sweep", Set.of("model", "state", "rules", "store", "due", "compare", "discrepancy")),
          Map.entry("trial", Set.of("model", "rules", "store", "compare", "recheck")),
          Map.entry("suggest", Set.of("model", "store")),
          Map.entry("alert", Set.of("model", "rules", "compare", "discrepancy")),
          Map.entry("report", Set.of("model", "rules", "due", "compare", "discrepancy", "sweep")),
          Map.entry("schedule", Set.of("model", "recheck", "sweep", "alert")),
          Map.entry("app", Set.of("*")));

  /** Libraries, and the only packages that may import them. */
  private static final Map<String, Set<String>> ONLY_IN =
      Map.of(
          "io.debezium..", Set.of("..capture.debezium.."),
          "org.apache.kafka..", Set.of("..capture.debezium.."),
          "org.jooq..", Set.of("..jooq..", "..store.sql.."),
          "com.mongodb..", Set.of("..store.mongodb.."),
          "org.bson..", Set.of("..store.mongodb.."),
          "org.quartz..", Set.of("..schedule.."),
          "com.google.i18n.phonenumbers..", Set.of("..rules.normalise.."),
          "dev.cel..", Set.of("..rules.cel.."),
          "com.google.re2j..", Set.of("..rules.cel.."),
          "jakarta.ws.rs..", Set.of("..report..", "..alert.chat.."));

  @TestFactory
  Stream<DynamicTest> stagesUseOnlyWhatTheTableAllows() {
    return new TreeMap<>(MAY_USE)
        .entrySet().stream()
            .filter(e -> !e.getValue().contains("*"))
            .map(e -> {
              String[] forbidden =
                  MAY_USE.keySet().stream()
                      .filter(s -> !s.equals(e.getKey()) && !e.getValue().contains(s))
                      .map(s -> ROOT + "." + s + "..")
                      .toArray(String[]::new);
              return DynamicTest.dynamicTest(
                  e.getKey() + " may use " + new TreeSet<>(e.getValue()),
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage(ROOT + "." + e.getKey() + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden)
                          .check(MAIN));
            });
  }

  @Test
  void everyTopLevelPackageIsInTheTable() {
    Set<String> seen = new TreeSet<>();
    MAIN.forEach(c -> {
      String rest = c.getPackageName().substring(ROOT.length());
      if (!rest.isEmpty()) seen.add(rest.substring(1).split("\\.", 2)[0]);
    });
    assertEquals(new TreeSet<>(MAY_USE.keySet()), seen);
  }

  @TestFactory
  Stream<DynamicTest> librariesStayInTheirAdapters() {
    return ONLY_IN.entrySet().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.getKey() + " only in " + e.getValue(),
                () ->
                    noClasses()
                        .that()
                        .resideOutsideOfPackages(e.getValue().toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(e.getKey())
                        .check(MAIN)));
  }

  @Test
  void modelAndCompareAreFrameworkFree() {
    String[] plain = {"java..", "org.jspecify..", ROOT + ".model..", ROOT + ".rules.."};
    classes()
        .that()
        .resideInAnyPackage("..model..", "..compare..")
        .and()
        .resideOutsideOfPackage("..model.json..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(plain).or(resideInAnyPackage(ROOT + ".compare..")))
        .check(MAIN);
    classes()
        .that()
        .resideInAPackage("..model.json..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(plain).or(resideInAnyPackage("com.fasterxml.jackson.core..")))
        .check(MAIN);
  }

  @Test
  void storeKindsDoNotKnowEachOther() {
    slices().matching(ROOT + ".store.(*)..").should().notDependOnEachOther().check(MAIN);
  }

  @Test
  void adaptersAreReachedOnlyThroughTheirInterfaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..app..", "..store.*..", "..jooq..", "..debezium..", "..chat..", "..cel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..store.*..", "..jooq..", "..capture.debezium..", "..alert.chat..", "..rules.cel..")
        .check(MAIN);
  }

  @Test
  void noPackageCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void timeIsInjected() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..app..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(MAIN);
  }

  @Test
  void houseRules() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(MAIN);
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
    classes()
        .that()
        .areAssignableTo(Exception.class)
        .should()
        .beAssignableTo(ReconciledException.class)
        .check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> bare = new TreeSet<>();
    MAIN.getPackage(ROOT).getSubpackagesInTree().stream()
        .filter(p -> !p.getClasses().isEmpty())
        .filter(p -> !p.getName().contains(".jooq.generated"))
        .filter(
            p -> p.tryGetPackageInfo().map(i -> !i.isAnnotatedWith(NullMarked.class)).orElse(true))
        .forEach(p -> bare.add(p.getName()));
    assertEquals(Set.of(), bare);
  }

  @Test
  void everyStoreKindHasAContractTest() {
    JavaClasses all = new ClassFileImporter().importPackages(ROOT + ".store");
    Set<String> kinds = packagesOf(all, StoreKind.class);
    Set<String> contracts = packagesOf(all, StoreContract.class);
    assertEquals(kinds, contracts);
  }

  private static Set<String> packagesOf(JavaClasses all, Class<?> type) {
    Set<String> packages = new TreeSet<>();
    for (JavaClass c : all) {
      if (c.isAssignableTo(type)
          && !c.isInterface()
          && !c.getModifiers().contains(JavaModifier.ABSTRACT)) {
        packages.add(c.getPackageName());
      }
    }
    return packages;
  }
}
