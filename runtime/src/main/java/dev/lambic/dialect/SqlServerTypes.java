package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import org.jspecify.annotations.Nullable;

/** The types that SQL Server alone knows. Any other one is written as it is: {@code type("GEOGRAPHY")}. */
public final class SqlServerTypes {
  private SqlServerTypes() {}

  /** A string of Unicode of at most so many characters; null for no limit. */
  public static NativeType nvarchar(@Nullable Integer length) {
    return NativeType.of(TypeFamily.STRING, "NVARCHAR", length == null ? "max" : length);
  }

  /** A string of at most so many bytes; null for no limit. */
  public static NativeType varchar(@Nullable Integer length) {
    return NativeType.of(TypeFamily.STRING, "VARCHAR", length == null ? "max" : length);
  }

  /** At most so many bytes; null for no limit. */
  public static NativeType varbinary(@Nullable Integer length) {
    return NativeType.of(TypeFamily.BINARY, "VARBINARY", length == null ? "max" : length);
  }

  /** A day and time with so many digits behind the point of the seconds; null for seven. */
  public static SqlType dateTime2(@Nullable Integer precision) {
    return NativeType.of(TypeFamily.DATE_TIME, "DATETIME2", precision);
  }

  /** A point in time with so many digits behind the point of the seconds; null for seven. */
  public static SqlType dateTimeOffset(@Nullable Integer precision) {
    return NativeType.of(TypeFamily.DATE_TIME, "DATETIMEOFFSET", precision);
  }

  /** A time of day with so many digits behind the point of the seconds; null for seven. */
  public static SqlType time(@Nullable Integer precision) {
    return NativeType.of(TypeFamily.TIME, "TIME", precision);
  }

  /** An amount of money. */
  public static SqlType money() {
    return NativeType.of(TypeFamily.NUMERIC, "MONEY");
  }

  /** A number that changes with every change of the row. */
  public static SqlType rowVersion() {
    return NativeType.of(TypeFamily.OTHER, "ROWVERSION");
  }

  /** An XML document. */
  public static SqlType xml() {
    return NativeType.of(TypeFamily.OTHER, "XML");
  }

  /** A type of strings with a collation of its own. */
  public static NativeType collate(NativeType strings, String collation) {
    return strings.followedBy("COLLATE " + collation);
  }
}
