package dev.lambic.operations;

import java.util.function.ToLongFunction;

/**
 * Users' code that carries out one kind of operation in the place of Lambic's own, or around it: to log it, to refuse it,
 * to do something else. A context is handed its implementations; those named as services of this type are found by {@link
 * java.util.ServiceLoader}. Mirrors Alembic's {@code Operations.implementation_for(..., replace=True)}.
 *
 * @param <T> the kind of operation
 */
public interface OperationImplementation<T extends MigrateOperation> {

  /** Returns the kind of operation; a subtype does not count. */
  Class<T> kind();

  /**
   * Carries an operation out.
   *
   * @param op what other operations can be run with; one of the same kind comes back here
   * @param standard carries an operation of this kind out as if there were no such implementation
   * @return how many rows it changed, as far as the database says
   */
  long run(T operation, Operations op, ToLongFunction<T> standard);
}
