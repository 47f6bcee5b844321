/**
 * Runs recorded cases against the code that users run. {@link dev.lambic.it.conformance.Suite} is what a kind of cases
 * (graph, ...) implements, in a package of its own; {@link dev.lambic.it.conformance.Conformance} is the command line,
 * and a JUnit class for each kind runs the copy of the cases that this module carries.
 */
package dev.lambic.it.conformance;
