package dev.lambic.it.conformance;

/** Alembic's own answers about revision graphs, which Lambic has to give too. */
class GraphConformanceTest extends SuiteTest {
  GraphConformanceTest() {
    super("graph");
  }
}
