package dev.lambic.it.conformance;

/** What Alembic found different between databases and models, which Lambic has to find too. */
class AutogenerateConformanceIT extends SuiteTest {
  AutogenerateConformanceIT() {
    super("autogenerate");
  }
}
