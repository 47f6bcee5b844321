package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * The table that holds the ids of the revisions a database stands on: Alembic's own, by default, name for name, so that
 * either tool can take over from the other.
 *
 * @param name the table; {@code alembic_version} unless configured otherwise
 * @param hasPrimaryKey whether it is created with a primary key
 */
public record VersionTable(TableName name, boolean hasPrimaryKey) {
  /** The table's name where none is configured. */
  public static final String DEFAULT_NAME = "alembic_version";

  private static final int WIDTH = 32;
  static final Name COLUMN = Name.of("version_num");

  public VersionTable {
    Objects.requireNonNull(name, "name");
  }

  /** Returns the table that holds the lock of runs, on databases without a lock of their own. */
  public TableName lockTable() {
    return name.sibling(Name.of(name.name() + "_lock"));
  }

  /** Returns the table as it is created when it is missing. */
  public Table definition() {
    Column version = Column.of(COLUMN, new SqlType.StringType(WIDTH)).notNull();
    PrimaryKey key = new PrimaryKey(Name.of(name.name() + "_pkc"), List.of(COLUMN));
    return new Table(name, List.of(version), hasPrimaryKey ? List.of(key) : List.of());
  }
}
