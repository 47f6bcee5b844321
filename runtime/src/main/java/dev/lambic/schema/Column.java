package dev.lambic.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable: each method that changes something returns a changed copy, so that a description reads
 * as a sentence: {@code column("email", string(320)).notNull().serverDefault("")}.
 *
 * @param name its name
 * @param type its type
 * @param isNullable whether it may hold NULL
 * @param isPrimaryKey whether it belongs to the primary key of the table that it is created with
 * @param isUnique whether it is unique on its own, when it is created with its table
 * @param autoincrement whether the database numbers its rows; null for Alembic's rule: yes for the only column of a
 *     primary key if it is an integer without default and foreign key
 * @param serverDefault what the database puts where an INSERT says nothing, or null for no default
 */
public record Column(
    Name name,
    SqlType type,
    boolean isNullable,
    boolean isPrimaryKey,
    boolean isUnique,
    @Nullable Boolean autoincrement,
    @Nullable Expression serverDefault)
    implements TableElement {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    if (Boolean.TRUE.equals(autoincrement) && serverDefault != null) {
      throw new IllegalArgumentException(
          "column " + name + " is numbered by the database: it takes no default of its own");
    }
  }

  /** Returns a column that may hold NULL and has no default. */
  public static Column of(String name, SqlType type) {
    return new Column(Name.of(name), type, true, false, false, null, null);
  }

  /** Returns this column as one that may not hold NULL. */
  public Column notNull() {
    return new Column(name, type, false, isPrimaryKey, isUnique, autoincrement, serverDefault);
  }

  /** Returns this column as part of the primary key of the table that it is created with; it may not hold NULL then. */
  public Column primaryKey() {
    return new Column(name, type, false, true, isUnique, autoincrement, serverDefault);
  }

  /** Returns this column with a unique constraint of its own, created together with the table. */
  public Column unique() {
    return new Column(name, type, isNullable, isPrimaryKey, true, autoincrement, serverDefault);
  }

  /** Returns this column as one that the database numbers (identity, serial, auto_increment), or expressly does not. */
  public Column autoincrement(boolean numbered) {
    return new Column(name, type, isNullable, isPrimaryKey, isUnique, numbered, serverDefault);
  }

  /** Returns this column with a string as its default; the dialect quotes it. */
  public Column serverDefault(String literal) {
    return serverDefault(new Expression.Literal(literal));
  }

  /** Returns this column with a default that is SQL, such as {@code sql("CURRENT_TIMESTAMP")} or {@code sql("0")}. */
  public Column serverDefault(Expression expression) {
    return new Column(name, type, isNullable, isPrimaryKey, isUnique, autoincrement, expression);
  }
}
