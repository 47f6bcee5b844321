/**
 * What can go wrong, said once: {@link dev.lambic.error.Problem} holds the facts of a failure, {@link
 * dev.lambic.error.LambicException} and its families throw it, and the edge that talks to the user (a Maven goal, the
 * annotation processor, a program) renders it. The ground floor: imports nothing of Lambic.
 */
@NullMarked
package dev.lambic.error;

import org.jspecify.annotations.NullMarked;
