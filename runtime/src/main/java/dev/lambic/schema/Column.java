package dev.lambic.schema;

import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable: each method that changes something returns a changed copy, so that a description reads
 * as a sentence: {@code column("email", string(320)).notNull().serverDefault("")}.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold NULL; null for the rule: yes, unless it belongs to the primary key or is an
 *     identity column
 * @param isPrimaryKey whether it belongs to the primary key of the table that it is created with
 * @param isUnique whether it is unique on its own, when it is created
 * @param isIndexed whether it gets an index of its own, when it is created
 * @param autoincrement whether the database numbers its rows; null for Alembic's rule: yes for the only column of a
 *     primary key if it is an integer without default and foreign key
 * @param serverDefault where its value comes from when an INSERT says nothing, or null for NULL
 * @param sequence the sequence that numbers it on a database that cannot do that by itself, or null
 * @param comment what the database is to say about it, or null
 * @param foreignKeys the references of this column alone
 * @param checks the conditions that are written with the column
 * @param options what only one database knows
 */
public record Column(
    Name name,
    SqlType type,
    @Nullable Boolean nullable,
    boolean isPrimaryKey,
    boolean isUnique,
    boolean isIndexed,
    @Nullable Boolean autoincrement,
    @Nullable ServerDefault serverDefault,
    @Nullable Sequence sequence,
    @Nullable String comment,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    Options options)
    implements TableElement {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(options, "options");
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    if (Boolean.TRUE.equals(autoincrement) && serverDefault instanceof Expression) {
      throw new IllegalArgumentException(
          "column " + name + " is numbered by the database: it takes no default of its own");
    }
    if (Boolean.FALSE.equals(autoincrement) && serverDefault instanceof Identity) {
      throw new IllegalArgumentException(
          "column " + name + " is an identity column: the database numbers it");
    }
  }

  /** Returns a column that may hold NULL and has no default. */
  public static Column of(String name, SqlType type) {
    return of(Name.of(name), type);
  }

  /** Returns a column that may hold NULL and has no default. */
  public static Column of(Name name, SqlType type) {
    return new Column(
        name,
        type,
        null,
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Options.NONE);
  }

  /** Tells whether it may hold NULL, as far as the column alone tells. */
  public boolean isNullable() {
    return nullable != null ? nullable : !isPrimaryKey && !(serverDefault instanceof Identity);
  }

  /** Returns the identity that numbers it, or null. */
  public @Nullable Identity identity() {
    return serverDefault instanceof Identity identity ? identity : null;
  }

  /** Returns the expression that it is computed from, or null. */
  public @Nullable Computed computed() {
    return serverDefault instanceof Computed computed ? computed : null;
  }

  /** Returns the default that stands behind DEFAULT, or null. */
  public @Nullable Expression defaultExpression() {
    return serverDefault instanceof Expression expression ? expression : null;
  }

  /** Returns this column under another name; what refers to it by the old one is not changed. */
  public Column named(Name changed) {
    return changed(parts -> parts.name = changed);
  }

  /** Returns this column with another type. */
  public Column type(SqlType changed) {
    return changed(parts -> parts.type = changed);
  }

  /** Returns this column as one that may not hold NULL. */
  public Column notNull() {
    return nullable(false);
  }

  /** Returns this column as one that may or may not hold NULL. */
  public Column nullable(boolean allowed) {
    return changed(parts -> parts.nullable = allowed);
  }

  /** Returns this column as part of the primary key of the table that it is created with; it may not hold NULL then. */
  public Column primaryKey() {
    return primaryKey(true);
  }

  /** Returns this column as one that does or does not belong to the primary key. */
  public Column primaryKey(boolean member) {
    return changed(parts -> parts.isPrimaryKey = member);
  }

  /** Returns this column with a unique constraint of its own, created together with it. */
  public Column unique() {
    return unique(true);
  }

  /** Returns this column with or without a unique constraint of its own. */
  public Column unique(boolean constrained) {
    return changed(parts -> parts.isUnique = constrained);
  }

  /** Returns this column with an index of its own, created together with it; a unique one if it is unique. */
  public Column indexed() {
    return indexed(true);
  }

  /** Returns this column with or without an index of its own. */
  public Column indexed(boolean withIndex) {
    return changed(parts -> parts.isIndexed = withIndex);
  }

  /** Returns this column as one that the database numbers (identity, serial, auto_increment), or expressly does not. */
  public Column autoincrement(boolean numbered) {
    return changed(parts -> parts.autoincrement = numbered);
  }

  /** Returns this column with a string as its default; the dialect quotes it. */
  public Column serverDefault(String literal) {
    return serverDefault(new Expression.Literal(literal));
  }

  /**
   * Returns this column with a default, such as {@code sql("CURRENT_TIMESTAMP")}, {@code literal(0)}, {@code
   * computed("a + b")} or {@code identity()}; null for none.
   */
  public Column serverDefault(@Nullable ServerDefault source) {
    return changed(parts -> parts.serverDefault = source);
  }

  /** Returns this column with a sequence that numbers it. */
  public Column sequence(Sequence numbers) {
    return changed(parts -> parts.sequence = numbers);
  }

  /** Returns this column with what the database is to say about it; null for nothing. */
  public Column comment(@Nullable String text) {
    return changed(parts -> parts.comment = text);
  }

  /** Returns this column as a reference to a column of a table in the connection's own schema. */
  public Column references(String table, String column) {
    return references(
        new ForeignKey(null, List.of(name), TableName.of(table), List.of(Name.of(column))));
  }

  /** Returns this column as a reference. */
  public Column references(ForeignKey key) {
    if (!key.columns().equals(List.of(name))) {
      throw new IllegalArgumentException(
          "the foreign key of column " + name + " is over " + key.columns());
    }
    return changed(parts -> parts.foreignKeys = appended(parts.foreignKeys, key));
  }

  /** Returns this column with a condition that is written with it. */
  public Column check(Check condition) {
    return changed(parts -> parts.checks = appended(parts.checks, condition));
  }

  /** Returns this column without its references and conditions. */
  public Column withoutConstraints() {
    return changed(parts -> {
      parts.foreignKeys = List.of();
      parts.checks = List.of();
    });
  }

  /** Returns this column with an option of one database; see {@link Options}. */
  public Column with(String option, Object value) {
    return changed(parts -> parts.options = parts.options.with(option, value));
  }

  private static <T> List<T> appended(List<T> list, T element) {
    List<T> extended = new ArrayList<>(list);
    extended.add(element);
    return extended;
  }

  private Column changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.column();
  }

  /** A column in the making. */
  private static final class Parts {
    Name name;
    SqlType type;

    @Nullable
    Boolean nullable;

    boolean isPrimaryKey;
    boolean isUnique;
    boolean isIndexed;

    @Nullable
    Boolean autoincrement;

    @Nullable
    ServerDefault serverDefault;

    @Nullable
    Sequence sequence;

    @Nullable
    String comment;

    List<ForeignKey> foreignKeys;
    List<Check> checks;
    Options options;

    Parts(Column column) {
      name = column.name;
      type = column.type;
      nullable = column.nullable;
      isPrimaryKey = column.isPrimaryKey;
      isUnique = column.isUnique;
      isIndexed = column.isIndexed;
      autoincrement = column.autoincrement;
      serverDefault = column.serverDefault;
      sequence = column.sequence;
      comment = column.comment;
      foreignKeys = column.foreignKeys;
      checks = column.checks;
      options = column.options;
    }

    Column column() {
      return new Column(
          name,
          type,
          nullable,
          isPrimaryKey,
          isUnique,
          isIndexed,
          autoincrement,
          serverDefault,
          sequence,
          comment,
          foreignKeys,
          checks,
          options);
    }
  }
}
