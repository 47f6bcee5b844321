/** Runs as production has them: several at once, killed, waiting for locks. */
package dev.lambic.it.runs;
