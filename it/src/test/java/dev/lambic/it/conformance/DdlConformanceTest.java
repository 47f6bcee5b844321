package dev.lambic.it.conformance;

/** Alembic's own statements for each directive, type and option, which Lambic has to render too. */
class DdlConformanceTest extends SuiteTest {
  DdlConformanceTest() {
    super("ddl");
  }
}
