package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.error.Problem;
import dev.lambic.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one step when it is worked out rather than carried out: a script whose statements are kept one by one,
 * in the words that the connected database would get.
 */
final class Rendering extends ScriptWriter implements MigrationListener {
  private final Dialect dialect;
  private final List<String> statements = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /**
   * @param dialect the dialect of the database as it is
   */
  Rendering(Dialect dialect) {
    super(dialect.scriptLayout(), new StringBuilder());
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Runs the migration of a step on operations that end up here. */
  PlannedStep of(MigrationStep step, Operations op) {
    Problem unknown = run(step, op);
    return new PlannedStep(
        step.name(), step.info(), step.isTransactional(), 0, statements, warnings, unknown);
  }

  private static @Nullable Problem run(MigrationStep step, Operations op) {
    try {
      step.migrationFunction().run(op);
      return null;
    } catch (Exception | LinkageError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return Failures.problemIn(step, e);
    }
  }

  @Override
  void statement(String sql) {
    statements.add(sql.strip());
  }

  @Override
  void text(String text) {}

  @Override
  void begin() {}

  @Override
  void commit() {}

  @Override
  public void warned(Problem problem) {
    warnings.add(problem);
  }
}
