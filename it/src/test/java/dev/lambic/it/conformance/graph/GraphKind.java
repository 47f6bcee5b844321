package dev.lambic.it.conformance.graph;

/** The checks of one kind of case. */
interface GraphKind {
  /** Compares what Lambic does with what the case expects. */
  void check(GraphCase testCase);
}
