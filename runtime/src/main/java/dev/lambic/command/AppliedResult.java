package dev.lambic.command;

import dev.lambic.script.Script;
import java.util.List;

/**
 * What a database has been through.
 *
 * @param rows the rows of its version table
 * @param applied the revisions that these imply, in the order of their ids
 * @param unknown those of the rows that the history does not have
 */
public record AppliedResult(List<String> rows, List<Script> applied, List<String> unknown) {
  public AppliedResult {
    rows = List.copyOf(rows);
    applied = List.copyOf(applied);
    unknown = List.copyOf(unknown);
  }
}
