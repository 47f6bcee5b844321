package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * The types that PostgreSQL alone knows. Any other one is written as it is: {@code type("ltree")}. Enumerations and arrays
 * are in {@link dev.lambic.schema.Schema}.
 */
public final class PostgresqlTypes {
  private PostgresqlTypes() {}

  /** JSON in a form that can be searched and indexed. */
  public static SqlType jsonb() {
    return NativeType.of(TypeFamily.JSON, "JSONB");
  }

  /** Bytes. */
  public static SqlType bytea() {
    return NativeType.of(TypeFamily.BINARY, "BYTEA");
  }

  /** A UUID. */
  public static SqlType uuid() {
    return NativeType.of(TypeFamily.UUID, "UUID");
  }

  /** The address of a host or network. */
  public static SqlType inet() {
    return named("INET");
  }

  /** The address of a network. */
  public static SqlType cidr() {
    return named("CIDR");
  }

  /** A hardware address. */
  public static SqlType macaddr() {
    return named("MACADDR");
  }

  /** Keys and values; needs the extension of the same name. */
  public static SqlType hstore() {
    return named("HSTORE");
  }

  /** A text that is compared without regard to case; needs the extension of the same name. */
  public static SqlType citext() {
    return named("CITEXT");
  }

  /** A text prepared for full text search. */
  public static SqlType tsvector() {
    return named("TSVECTOR");
  }

  /** An amount of money. */
  public static SqlType money() {
    return named("MONEY");
  }

  /** A range of whole numbers of 32 bits. */
  public static SqlType int4range() {
    return named("INT4RANGE");
  }

  /** A range of whole numbers of 64 bits. */
  public static SqlType int8range() {
    return named("INT8RANGE");
  }

  /** A range of exact numbers. */
  public static SqlType numrange() {
    return named("NUMRANGE");
  }

  /** A range of days. */
  public static SqlType daterange() {
    return named("DATERANGE");
  }

  /** A range of days and times. */
  public static SqlType tsrange() {
    return named("TSRANGE");
  }

  /** A range of points in time. */
  public static SqlType tstzrange() {
    return named("TSTZRANGE");
  }

  /** A string of exactly so many bits. */
  public static SqlType bit(int length) {
    return NativeType.of(TypeFamily.OTHER, "BIT", length);
  }

  /** A string of at most so many bits; null for no limit. */
  public static SqlType bitVarying(@Nullable Integer length) {
    return NativeType.of(TypeFamily.OTHER, "BIT VARYING", length);
  }

  /** A day and time with so many digits behind the point of the seconds; null for six. */
  public static SqlType timestamp(@Nullable Integer precision, boolean timezone) {
    return NativeType.of(TypeFamily.DATE_TIME, "TIMESTAMP", precision).followedBy(zone(timezone));
  }

  /** A time of day with so many digits behind the point of the seconds; null for six. */
  public static SqlType time(@Nullable Integer precision, boolean timezone) {
    return NativeType.of(TypeFamily.TIME, "TIME", precision).followedBy(zone(timezone));
  }

  /**
   * A span of time.
   *
   * @param fields which parts it has, such as {@code DAY TO SECOND}; null for all
   * @param precision digits behind the point of the seconds; null for six
   */
  public static SqlType interval(@Nullable String fields, @Nullable Integer precision) {
    NativeType type = NativeType.of(TypeFamily.INTERVAL, "INTERVAL");
    NativeType limited = fields == null ? type : type.followedBy(fields);
    return precision == null ? limited : limited.followedBy("(" + precision + ")");
  }

  private static String zone(boolean timezone) {
    return timezone ? "WITH TIME ZONE" : "WITHOUT TIME ZONE";
  }

  private static SqlType named(String name) {
    return NativeType.of(TypeFamily.OTHER, name);
  }
}
