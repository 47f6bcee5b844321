/**
 * What a user types in a migration: the annotation {@link dev.lambic.Revision} and the interface {@link
 * dev.lambic.Migration}. Uses {@code operations}.
 */
@NullMarked
package dev.lambic;

import org.jspecify.annotations.NullMarked;
