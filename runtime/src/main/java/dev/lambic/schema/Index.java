package dev.lambic.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index. Describe one as {@code index("ix_account_email").on("account", "email").unique()}.
 *
 * @param name its name, or null for that of the naming convention
 * @param table the table it belongs to
 * @param elements the columns or expressions it is made over, in order
 * @param isUnique whether no two rows may have the same values
 * @param options what only one database knows: {@code postgresql_using}, {@code mysql_length}
 */
public record Index(
    @Nullable Name name,
    TableName table,
    List<Expression> elements,
    boolean isUnique,
    Options options)
    implements TableElement {
  public Index {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(options, "options");
    elements = List.copyOf(elements);
    if (elements.isEmpty() && options.values().isEmpty()) {
      throw new IllegalArgumentException("index " + name + " needs at least one column");
    }
  }

  /** Returns the same index as one that forbids equal rows. */
  public Index unique() {
    return new Index(name, table, elements, true, options);
  }

  /** Returns the same index under another name. */
  public Index named(@Nullable Name changed) {
    return new Index(changed, table, elements, isUnique, options);
  }

  /** Returns the same index on another table. */
  public Index onTable(TableName changed) {
    return new Index(name, changed, elements, isUnique, options);
  }

  /** Returns the same index over other elements. */
  public Index over(List<Expression> changed) {
    return new Index(name, table, changed, isUnique, options);
  }

  /**
   * Returns the same index with an option of one database: {@code postgresql_where}, {@code postgresql_using}, {@code
   * postgresql_include}, {@code postgresql_concurrently}, {@code mysql_length} and so on.
   */
  public Index with(String option, Object value) {
    return new Index(name, table, elements, isUnique, options.with(option, value));
  }

  /** The name of an index that has yet to say what it is on. */
  public static final class Named {
    private final @Nullable Name name;

    Named(@Nullable Name name) {
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

    /** Returns the index over columns and expressions of a table: {@code on("account", sql("lower(email)"))}. */
    public Index on(String table, Expression first, Expression... more) {
      return on(
          TableName.of(table), Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** Returns the index over columns and expressions of a table. */
    public Index on(TableName table, List<Expression> elements) {
      return new Index(name, table, elements, false, Options.NONE);
    }
  }
}
