package dev.lambic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the package table of the design: a package uses only those that stand above it. */
class ArchitectureTest {
  private static final List<String> GROUND_FLOOR_FIRST = List.of(
      "dev.lambic.error",
      "dev.lambic.schema",
      "dev.lambic.operations",
      "dev.lambic.dialect",
      "dev.lambic",
      "dev.lambic.script",
      "dev.lambic.runtime",
      "dev.lambic.autogenerate",
      "dev.lambic.autogenerate.hibernate",
      "dev.lambic.config",
      "dev.lambic.command");

  private static JavaClasses runtime;

  @BeforeAll
  static void readClasses() {
    runtime = new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests())
        .importPackages("dev.lambic");
  }

  @Test
  void theRulesSeeTheClasses() {
    assertThat(runtime).hasSizeGreaterThan(80);
  }

  @Test
  void everyClassLivesInAPackageOfTheTable() {
    classes()
        .should()
        .resideInAnyPackage(GROUND_FLOOR_FIRST.toArray(String[]::new))
        .check(runtime);
  }

  @Test
  void packagesUseOnlyThoseAboveThemInTheTable() {
    List<String> below = new ArrayList<>(GROUND_FLOOR_FIRST);
    for (String layer : GROUND_FLOOR_FIRST) {
      below.remove(layer);
      noClasses()
          .that()
          .resideInAPackage(layer)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(below.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(runtime);
    }
  }

  @Test
  void packagesFormNoCircles() {
    slices().matching("dev.lambic.(*)..").should().beFreeOfCycles().check(runtime);
  }

  @Test
  void schemaAndScriptTouchNeitherDatabasesNorFiles() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.lambic.schema", "dev.lambic.script")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..", "java.io..")
        .check(runtime);
  }

  @Test
  void theRuntimeNeedsTheJdkAlone_butForWhatReadsEntities() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.lambic.autogenerate.hibernate")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.lambic..", "java..", "javax.sql..", "org.jspecify.annotations..")
        .check(runtime);
  }

  @Test
  void dialectsOfSingleDatabasesAreNobodysBusiness() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Dialect")
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .should()
        .bePackagePrivate()
        .check(runtime);
  }
}
