/**
 * The cases about revision graphs: {@code conformance/graph/FORMAT.md} among the test resources says what they mean. Each
 * kind of case is a class that implements {@link dev.lambic.it.conformance.graph.GraphKind}.
 */
package dev.lambic.it.conformance.graph;
