package dev.lambic.schema;

import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words that a migration describes tables with. Import them statically:
 *
 * <pre>{@code
 * import static dev.lambic.schema.Schema.*;
 *
 * op.createTable("account",
 *     column("id", bigInteger()).primaryKey(),
 *     column("email", string(320)).notNull(),
 *     unique("email").named("uq_account_email"));
 * }</pre>
 *
 * <p>The names are those of SQLAlchemy's types and constraints, as far as Java allows.
 */
public final class Schema {
  private Schema() {}

  /** Describes a column that may hold NULL and has no default; see {@link Column} for the rest. */
  public static Column column(String name, SqlType type) {
    return Column.of(name, type);
  }

  /** Names an index; {@link Index.Named#on} says what it is on. */
  public static Index.Named index(String name) {
    return new Index.Named(Name.of(name));
  }

  /** Describes a primary key over columns of the table. */
  public static PrimaryKey primaryKey(String... columns) {
    return new PrimaryKey(null, names(columns));
  }

  /** Describes a unique constraint over columns of the table. */
  public static Unique unique(String... columns) {
    return new Unique(null, names(columns));
  }

  /** Describes a condition, as SQL, that every row of the table meets. */
  public static Check check(String condition) {
    return new Check(null, sql(condition));
  }

  /** Begins a foreign key over columns of the table; {@link ReferringColumns#references} says where to. */
  public static ReferringColumns foreignKey(String... columns) {
    return new ReferringColumns(names(columns));
  }

  /** Marks a text as SQL, taken to the letter: a default such as {@code sql("CURRENT_TIMESTAMP")}. */
  public static Expression sql(String text) {
    return new Expression.SqlText(text);
  }

  /** A whole number of 16 bits. */
  public static SqlType smallInteger() {
    return new SqlType.SmallIntegerType();
  }

  /** A whole number of 32 bits. */
  public static SqlType integer() {
    return new SqlType.IntegerType();
  }

  /** A whole number of 64 bits. */
  public static SqlType bigInteger() {
    return new SqlType.BigIntegerType();
  }

  /** An exact number with so many digits in all, of which {@code scale} behind the point. */
  public static SqlType numeric(int precision, int scale) {
    return new SqlType.NumericType(precision, scale);
  }

  /** A floating-point number of 64 bits. */
  public static SqlType doublePrecision() {
    return new SqlType.DoubleType();
  }

  /** True or false. */
  public static SqlType bool() {
    return new SqlType.BooleanType();
  }

  /** A string of at most {@code length} characters. */
  public static SqlType string(int length) {
    return new SqlType.StringType(length);
  }

  /** A string of any length. */
  public static SqlType text() {
    return new SqlType.TextType();
  }

  /** A day. */
  public static SqlType date() {
    return new SqlType.DateType();
  }

  /** A time of day, without time zone. */
  public static SqlType time() {
    return new SqlType.TimeType(false);
  }

  /** A day and time, without time zone. */
  public static SqlType dateTime() {
    return new SqlType.DateTimeType(false);
  }

  /** A point in time: day, time and time zone. */
  public static SqlType dateTimeWithTimeZone() {
    return new SqlType.DateTimeType(true);
  }

  /** Bytes. */
  public static SqlType largeBinary() {
    return new SqlType.LargeBinaryType();
  }

  /** A universally unique identifier. */
  public static SqlType uuid() {
    return new SqlType.UuidType();
  }

  /** A type of one database, written as that database wants it. */
  public static SqlType type(String sql) {
    return new SqlType.NamedType(sql);
  }

  /** The columns of a foreign key that has yet to say what it refers to. */
  public static final class ReferringColumns {
    private final List<Name> columns;

    private ReferringColumns(List<Name> columns) {
      this.columns = columns;
    }

    /** Returns the foreign key to columns of another table (or the same), in the order of its own. */
    public ForeignKey references(String table, String... referentColumns) {
      return references(TableName.of(table), referentColumns);
    }

    /** Returns the foreign key to columns of another table (or the same), in the order of its own. */
    public ForeignKey references(TableName table, String... referentColumns) {
      return new ForeignKey(null, columns, table, names(referentColumns), null, null);
    }
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::of).toList();
  }
}
