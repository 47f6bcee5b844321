/**
 * Every directive on every database: what the database's own catalogue says after it, and after its reverse. The
 * answers stand below {@code golden}, a file for each test class and database.
 */
@NullMarked
package dev.lambic.it.directives;

import org.jspecify.annotations.NullMarked;
