/**
 * The Maven goals: one thin class for each command, over {@link dev.lambic.command.Command}. {@code AbstractMigrateMojo} holds
 * what they share; around it, one class each makes the project compile first, loads its classes, looks for its
 * revisions, prints, and says in Maven's terms what went wrong. Uses the whole runtime; nothing uses it.
 */
@NullMarked
package dev.lambic.maven;

import org.jspecify.annotations.NullMarked;
