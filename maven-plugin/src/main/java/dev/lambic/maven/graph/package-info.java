/**
 * Pictures of a history. {@code LaneLayout} decides where everything stands; {@link dev.lambic.maven.graph.TerminalGraph}
 * and {@link dev.lambic.maven.graph.HtmlReport} draw it. Uses {@code script} and {@code command}; knows nothing of Maven.
 */
@NullMarked
package dev.lambic.maven.graph;

import org.jspecify.annotations.NullMarked;
