package dev.lambic.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. One without a name gets its name from the database. */
public sealed interface Constraint extends TableElement {

  /** Returns the name, or null when the database is to choose one. */
  @Nullable
  Name name();

  /** Returns the same constraint under a name. */
  Constraint named(String name);

  /** The columns that tell one row of the table from another. */
  record PrimaryKey(@Nullable Name name, List<Name> columns) implements Constraint {
    public PrimaryKey {
      columns = atLeastOne("a primary key", columns);
    }

    @Override
    public PrimaryKey named(String name) {
      return new PrimaryKey(Name.of(name), columns);
    }
  }

  /** Columns that no two rows of the table share all values of. */
  record Unique(@Nullable Name name, List<Name> columns) implements Constraint {
    public Unique {
      columns = atLeastOne("a unique constraint", columns);
    }

    @Override
    public Unique named(String name) {
      return new Unique(Name.of(name), columns);
    }
  }

  /** A condition that every row of the table meets. */
  record Check(@Nullable Name name, Expression condition) implements Constraint {
    public Check {
      Objects.requireNonNull(condition, "condition");
    }

    @Override
    public Check named(String name) {
      return new Check(Name.of(name), condition);
    }
  }

  /**
   * A reference to rows of another table.
   *
   * @param onDelete what happens to a row whose referent is deleted, or null for the database's default
   * @param onUpdate what happens to a row whose referent changes its key, or null for the database's default
   */
  record ForeignKey(
      @Nullable Name name,
      List<Name> columns,
      TableName referent,
      List<Name> referentColumns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate)
      implements Constraint {
    public ForeignKey {
      columns = atLeastOne("a foreign key", columns);
      Objects.requireNonNull(referent, "referent");
      referentColumns = List.copyOf(referentColumns);
      if (columns.size() != referentColumns.size()) {
        throw new IllegalArgumentException("a foreign key pairs its columns " + columns
            + " with as many of " + referent + ", not " + referentColumns);
      }
    }

    @Override
    public ForeignKey named(String name) {
      return new ForeignKey(Name.of(name), columns, referent, referentColumns, onDelete, onUpdate);
    }

    /** Returns the same foreign key with its {@code ON DELETE} action. */
    public ForeignKey onDelete(ReferentialAction action) {
      return new ForeignKey(name, columns, referent, referentColumns, action, onUpdate);
    }

    /** Returns the same foreign key with its {@code ON UPDATE} action. */
    public ForeignKey onUpdate(ReferentialAction action) {
      return new ForeignKey(name, columns, referent, referentColumns, onDelete, action);
    }
  }

  /** What the database does with a row when the row that it refers to goes or changes. */
  enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** Returns the SQL keywords: {@code SET NULL}. */
    public String sql() {
      return name().replace('_', ' ');
    }
  }

  private static List<Name> atLeastOne(String what, List<Name> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(what + " needs at least one column");
    }
    return List.copyOf(columns);
  }
}
