/** Each kind of difference between a model and a database: found, made up for, and undone, in both directions. */
@NullMarked
package dev.lambic.it.differences;

import org.jspecify.annotations.NullMarked;
