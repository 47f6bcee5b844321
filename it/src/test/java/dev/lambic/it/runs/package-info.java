/**
 * Runs as production has them, on every database: which transactions they have, what is left when they fail or are killed,
 * how they wait for locks and for each other, and who may take over.
 */
@NullMarked
package dev.lambic.it.runs;

import org.jspecify.annotations.NullMarked;
