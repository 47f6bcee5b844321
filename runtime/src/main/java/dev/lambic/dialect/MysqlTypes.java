package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types that MySQL and MariaDB alone know. Any other one is written as it is: {@code type("YEAR")}. An enumeration of
 * {@link dev.lambic.schema.Schema} is their {@code ENUM}.
 */
public final class MysqlTypes {
  private MysqlTypes() {}

  /** A whole number of 8 bits; null for no width of display. */
  public static NativeType tinyInt(@Nullable Integer displayWidth) {
    return NativeType.of(TypeFamily.INTEGER, "TINYINT", displayWidth);
  }

  /** A whole number of 24 bits. */
  public static NativeType mediumInt() {
    return NativeType.of(TypeFamily.INTEGER, "MEDIUMINT");
  }

  /** A whole number of 32 bits. */
  public static NativeType integer() {
    return NativeType.of(TypeFamily.INTEGER, "INTEGER");
  }

  /** A whole number of 64 bits. */
  public static NativeType bigInt() {
    return NativeType.of(TypeFamily.INTEGER, "BIGINT");
  }

  /** An exact number. */
  public static NativeType decimal(int precision, int scale) {
    return NativeType.of(TypeFamily.NUMERIC, "DECIMAL", precision, scale);
  }

  /** A floating-point number of 64 bits, shown with so many digits. */
  public static NativeType doublePrecision(int precision, int scale) {
    return NativeType.of(TypeFamily.NUMERIC, "DOUBLE", precision, scale);
  }

  /** A number type without negative numbers. */
  public static NativeType unsigned(NativeType number) {
    return number.followedBy("UNSIGNED");
  }

  /** A number type that is shown with leading zeros. */
  public static NativeType zerofill(NativeType number) {
    return number.followedBy("ZEROFILL");
  }

  /** A string of up to 16 MB. */
  public static NativeType mediumText() {
    return NativeType.of(TypeFamily.STRING, "MEDIUMTEXT");
  }

  /** A string of up to 4 GB. */
  public static NativeType longText() {
    return NativeType.of(TypeFamily.STRING, "LONGTEXT");
  }

  /** A string of limited length. */
  public static NativeType varchar(int length) {
    return NativeType.of(TypeFamily.STRING, "VARCHAR", length);
  }

  /** Bytes, up to 16 MB. */
  public static NativeType mediumBlob() {
    return NativeType.of(TypeFamily.BINARY, "MEDIUMBLOB");
  }

  /** Bytes, up to 4 GB. */
  public static NativeType longBlob() {
    return NativeType.of(TypeFamily.BINARY, "LONGBLOB");
  }

  /** A day and time with so many digits behind the point of the seconds. */
  public static NativeType dateTime(int fractionDigits) {
    return NativeType.of(TypeFamily.DATE_TIME, "DATETIME", fractionDigits);
  }

  /** A point in time with so many digits behind the point of the seconds. */
  public static NativeType timestamp(int fractionDigits) {
    return NativeType.of(TypeFamily.DATE_TIME, "TIMESTAMP", fractionDigits);
  }

  /** A year. */
  public static NativeType year() {
    return NativeType.of(TypeFamily.OTHER, "YEAR");
  }

  /** Any of some strings at once. */
  public static SqlType set(String... values) {
    return new SetType(List.of(values));
  }

  /**
   * A type of strings with a character set or collation of its own.
   *
   * @param charset the character set, or null for that of the table
   * @param collation how it is compared and sorted, or null for the default of the character set
   */
  public static SqlType charset(
      SqlType strings, @Nullable String charset, @Nullable String collation) {
    return charset == null && collation == null
        ? strings
        : new CharsetType(strings, charset, collation);
  }

  /** {@code SET('a','b')}. */
  public record SetType(List<String> values) implements SqlType.WrittenType {
    public SetType {
      values = List.copyOf(values);
    }

    @Override
    public String write(Writer writer) {
      return "SET(" + String.join(",", values.stream().map(writer::literal).toList()) + ")";
    }

    @Override
    public TypeFamily family() {
      return TypeFamily.STRING;
    }
  }

  /** Another type with what follows it. */
  public record CharsetType(
      SqlType strings, @Nullable String charset, @Nullable String collation)
      implements SqlType.WrittenType {
    @Override
    public String write(Writer writer) {
      return writer.type(strings)
          + (charset == null ? "" : " CHARACTER SET " + charset)
          + (collation == null ? "" : " COLLATE " + collation);
    }

    @Override
    public TypeFamily family() {
      return strings.family();
    }
  }
}
