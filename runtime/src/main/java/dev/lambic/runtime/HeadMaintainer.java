package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.VersionTable;
import java.util.List;

/**
 * Keeps the rows of the version table in step with what has run. Mirrors Alembic's {@code HeadMaintainer}. Every UPDATE
 * and DELETE must match exactly one row: anything else means that somebody else has written the table meanwhile.
 */
public final class HeadMaintainer {
  private final MigrationContext context;
  private final HeadRows rows;

  /**
   * Begins with the rows as they are.
   *
   * @param heads the rows of the version table
   */
  public HeadMaintainer(MigrationContext context, List<String> heads) {
    this.context = context;
    this.rows = new HeadRows(heads);
  }

  /** Returns the rows as they are now, sorted. */
  public List<String> heads() {
    return rows.toList();
  }

  /**
   * Writes what a step changes in the version table.
   *
   * @throws dev.lambic.error.RevisionException if the step does not fit the rows; nothing has been written then
   * @throws dev.lambic.error.MigrationException if an UPDATE or DELETE did not match exactly one row
   */
  public void updateToStep(MigrationStep step) {
    Dialect dialect = context.dialect();
    VersionTable table = context.opts().versionTable();
    List<String> before = heads();
    HeadChange change = rows.advance(step);
    for (String id : change.deletes()) {
      expectOneRow(context.execute(dialect.deleteVersion(table, id)), id, table, before);
    }
    for (String id : change.inserts()) {
      context.execute(dialect.insertVersion(table, id));
    }
    change
        .update()
        .ifPresent(move -> expectOneRow(
            context.execute(dialect.updateVersion(table, move.from(), move.to())),
            move.from(),
            table,
            before));
  }

  private static void expectOneRow(
      long changed, String id, VersionTable table, List<String> before) {
    if (changed != 1) {
      throw Failures.versionTableMismatch(table, id, changed, before);
    }
  }
}
