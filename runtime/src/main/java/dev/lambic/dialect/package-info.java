/**
 * What is different from one database to the next, one place per database. May use {@code dev.lambic.error}, {@code
 * dev.lambic.schema} and {@code dev.lambic.operations}.
 */
@NullMarked
package dev.lambic.dialect;

import org.jspecify.annotations.NullMarked;
