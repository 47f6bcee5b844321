package dev.lambic.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An index. Describe one as {@code index("ix_account_email").on("account", "email").unique()}.
 *
 * @param name its name
 * @param table the table it belongs to
 * @param elements the columns or expressions it is made over, in order; at least one
 * @param isUnique whether no two rows may have the same values
 */
public record Index(Name name, TableName table, List<Expression> elements, boolean isUnique) {
  public Index {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("index " + name + " needs at least one column");
    }
  }

  /** Returns the same index as one that forbids equal rows. */
  public Index unique() {
    return new Index(name, table, elements, true);
  }

  /** The name of an index that has yet to say what it is on. */
  public static final class Named {
    private final Name name;

    Named(Name name) {
      this.name = name;
    }

    /** Returns the index over columns of a table. */
    public Index on(String table, String... columns) {
      return on(TableName.of(table), columns);
    }

    /** Returns the index over columns of a table. */
    public Index on(TableName table, String... columns) {
      return on(
          table,
          Stream.of(columns)
              .<Expression>map(c -> new Expression.ColumnReference(Name.of(c)))
              .toList());
    }

    /** Returns the index over columns and expressions of a table. */
    public Index on(TableName table, List<Expression> elements) {
      return new Index(name, table, elements, false);
    }
  }
}
