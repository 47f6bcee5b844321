package dev.lambic.schema;

import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** Begins an index that the naming convention names; {@link Index.Named#on} says what it is on. */
  public static Index.Named index() {
    return new Index.Named(null);
  }

  /** Begins an index under a name; {@link Index.Named#on} says what it is on. */
  public static Index.Named index(Name name) {
    return new Index.Named(name);
  }

  /** Marks a name as final, so that no naming convention changes it: Alembic's {@code op.f("...")}. */
  public static Name exact(String name) {
    return Name.exact(name);
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

  /**
   * Describes a comparison that holds for no two rows of the table (PostgreSQL): {@code exclude("room",
   * "=").and("during", "&&")}.
   *
   * @param sql the column or expression that is compared, as SQL
   * @param operator what it is compared with
   */
  public static Exclude exclude(String sql, String operator) {
    return new Exclude(
        null,
        List.of(new Constraint.ExcludedElement(sql(sql), operator)),
        "gist",
        null,
        Deferral.UNSTATED,
        Options.NONE);
  }

  /** Marks a text as SQL, taken to the letter: a default such as {@code sql("CURRENT_TIMESTAMP")}. */
  public static Expression sql(String text) {
    return new Expression.SqlText(text);
  }

  /** A value as a literal of the database: {@code literal(0)}. Alembic's {@code op.inline_literal}. */
  public static Expression literal(@Nullable Object value) {
    return new Expression.Literal(value);
  }

  /** A column where an expression may stand, as in an index: {@code columnOf("created")}. */
  public static Expression columnOf(String name) {
    return new Expression.ColumnReference(Name.of(name));
  }

  /** An element of an index from its greatest value down. */
  public static Expression descending(Expression element) {
    return new Expression.Ordered(element, true);
  }

  /** An element of an index from its least value up. */
  public static Expression ascending(Expression element) {
    return new Expression.Ordered(element, false);
  }

  /** A call of an SQL function: {@code function("lower", columnOf("email"))}. */
  public static Expression function(String name, Expression... arguments) {
    return new Expression.FunctionCall(name, List.of(arguments));
  }

  /** The moment of the statement or transaction, in the words of the database. */
  public static Expression now() {
    return function("now");
  }

  /** The next number of a sequence. */
  public static Expression nextValue(String sequence) {
    return new Expression.NextValue(TableName.of(sequence));
  }

  /** A value that the database computes from other columns, by an expression in SQL. */
  public static Computed computed(String sql) {
    return new Computed(sql, null);
  }

  /** A number that the database gives to each row, unless the INSERT does. */
  public static Identity identity() {
    return Identity.byDefault();
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

  /** An exact number as wide as the database makes it. */
  public static SqlType numeric() {
    return new SqlType.NumericType(null, null);
  }

  /** A floating-point number as wide as the database makes it. */
  public static SqlType floatingPoint() {
    return new SqlType.FloatType(null);
  }

  /** A floating-point number of 64 bits. */
  public static SqlType doublePrecision() {
    return new SqlType.DoubleType();
  }

  /** True or false. */
  public static SqlType.BooleanType bool() {
    return new SqlType.BooleanType();
  }

  /** A string of at most {@code length} characters. */
  public static SqlType.StringType string(int length) {
    return new SqlType.StringType(length);
  }

  /** A string of at most {@code length} characters of Unicode, where the database has another type for that. */
  public static SqlType.StringType unicode(int length) {
    return new SqlType.StringType(length, null, true);
  }

  /** A string of any length. */
  public static SqlType.TextType text() {
    return new SqlType.TextType();
  }

  /** A string of any length in Unicode, where the database has another type for that. */
  public static SqlType.TextType unicodeText() {
    return new SqlType.TextType(null, null, true);
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

  /** What the database itself calls TIMESTAMP. */
  public static SqlType timestamp() {
    return new SqlType.TimestampType(false);
  }

  /** A span of time. */
  public static SqlType interval() {
    return new SqlType.IntervalType(true, null, null);
  }

  /** Bytes. */
  public static SqlType largeBinary() {
    return new SqlType.LargeBinaryType();
  }

  /** A universally unique identifier. */
  public static SqlType uuid() {
    return new SqlType.UuidType();
  }

  /** A JSON document. */
  public static SqlType json() {
    return new SqlType.JsonType();
  }

  /** One of a fixed set of strings; the name is that of the database's type, or of the check that stands in for it. */
  public static EnumType enumeration(String name, String... values) {
    return EnumType.of(name, values);
  }

  /** A list of values. */
  public static SqlType array(SqlType item) {
    return new SqlType.ArrayType(item, 1);
  }

  /** A type of one database, written as that database wants it. */
  public static SqlType type(String sql) {
    return SqlType.NativeType.of(TypeFamily.OTHER, sql);
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
      return new ForeignKey(null, columns, table, names(referentColumns));
    }
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::of).toList();
  }
}
