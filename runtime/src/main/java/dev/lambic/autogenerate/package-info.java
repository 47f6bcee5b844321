/**
 * Compares a database with what it is meant to look like, and yields the operations that lead from one to the other. {@link
 * dev.lambic.autogenerate.Autogenerate} is the way in. What differs from one database to the next is asked of {@link
 * dev.lambic.dialect.Inspector}.
 */
@NullMarked
package dev.lambic.autogenerate;

import org.jspecify.annotations.NullMarked;
