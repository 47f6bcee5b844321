/** Runs on every database: which transactions they have, what is left when they fail, and who may take over. */
@NullMarked
package dev.lambic.it.runs;

import org.jspecify.annotations.NullMarked;
