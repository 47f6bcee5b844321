package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.VersionTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the rows of the version table in step with what has run. Mirrors Alembic's {@code HeadMaintainer}. Every UPDATE
 * and DELETE must match exactly one row: anything else means that somebody else has written the table meanwhile.
 */
public final class HeadMaintainer {
  private final MigrationContext context;
  private final Set<String> heads;

  /**
   * Begins with the rows as they are.
   *
   * @param heads the rows of the version table
   */
  public HeadMaintainer(MigrationContext context, List<String> heads) {
    this.context = context;
    this.heads = new TreeSet<>(heads);
  }

  /** Returns the rows as they are now, sorted. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  /**
   * Writes what a step changes in the version table.
   *
   * @throws dev.lambic.error.MigrationException if a row was not as expected
   */
  public void updateToStep(MigrationStep step) {
    Dialect dialect = context.dialect();
    VersionTable table = context.opts().versionTable();
    HeadChange change = step.headChange(heads());
    for (String id : change.deletes()) {
      expectOneRow(context.execute(dialect.deleteVersion(table, id)), id, table);
      heads.remove(id);
    }
    for (String id : change.inserts()) {
      context.execute(dialect.insertVersion(table, id));
      heads.add(id);
    }
    change.update().ifPresent(move -> {
      expectOneRow(
          context.execute(dialect.updateVersion(table, move.from(), move.to())),
          move.from(),
          table);
      heads.remove(move.from());
      heads.add(move.to());
    });
  }

  private void expectOneRow(long changed, String id, VersionTable table) {
    if (changed != 1) {
      throw Failures.versionTableMismatch(table, id, changed, heads());
    }
  }
}
