package dev.lambic.autogenerate;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Rewriter;
import java.util.List;

/**
 * Users' code that changes what a comparison has come to before it is written: it may replace the scripts, change their
 * operations, or return none to write nothing. Mirrors Alembic's {@code process_revision_directives}.
 */
@FunctionalInterface
public interface ProcessRevisionDirectives {
  /** Changes nothing. */
  ProcessRevisionDirectives NONE = (context, scripts) -> scripts;

  /**
   * Returns what is written.
   *
   * @param context what was compared, and how
   * @param scripts what the comparison has come to: one script
   */
  List<MigrationScript> process(AutogenerateContext context, List<MigrationScript> scripts);

  /** Returns the code that changes each operation, of the upgrade and of the downgrade, by a rewriter. */
  static ProcessRevisionDirectives rewriting(Rewriter rewriter) {
    return (context, scripts) -> scripts.stream()
        .map(script -> script.with(
            script.upgradeOps().with(rewritten(script.upgradeOps().operations(), rewriter)),
            new DowngradeOps(rewritten(script.downgradeOps().operations(), rewriter))))
        .toList();
  }

  private static List<MigrateOperation> rewritten(
      List<MigrateOperation> operations, Rewriter rewriter) {
    return operations.stream()
        .flatMap(operation -> rewriter.rewrite(operation).stream())
        .toList();
  }
}
