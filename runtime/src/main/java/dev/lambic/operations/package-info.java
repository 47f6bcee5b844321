/**
 * What a migration does, as data: {@link dev.lambic.operations.MigrateOperation} and its records hold no SQL and no
 * connection. {@link dev.lambic.operations.Operations} is the facade that migrations call; it makes the records and hands
 * them to an {@link dev.lambic.operations.OperationTarget}, all that it knows of where it runs. Uses {@code schema}.
 */
@NullMarked
package dev.lambic.operations;

import org.jspecify.annotations.NullMarked;
