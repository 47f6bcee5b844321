/**
 * Everything that differs from one database to the next, and nowhere else: {@link dev.lambic.dialect.Dialect} gives the
 * answer of standard SQL to each question, a subclass for each database only what deviates. {@link
 * dev.lambic.dialect.Dialects} finds the one for a URL or a connection. Uses {@code schema} and {@code operations}.
 */
@NullMarked
package dev.lambic.dialect;

import org.jspecify.annotations.NullMarked;
