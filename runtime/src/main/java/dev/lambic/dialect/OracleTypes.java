package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import org.jspecify.annotations.Nullable;

/** The types that Oracle alone knows. Any other one is written as it is: {@code type("BFILE")}. */
public final class OracleTypes {
  private OracleTypes() {}

  /** A number of any kind. */
  public static SqlType number() {
    return NativeType.of(TypeFamily.NUMERIC, "NUMBER");
  }

  /** A whole number of so many digits. */
  public static SqlType number(int precision) {
    return NativeType.of(TypeFamily.NUMERIC, "NUMBER", precision);
  }

  /** An exact number. */
  public static SqlType number(int precision, int scale) {
    return NativeType.of(TypeFamily.NUMERIC, "NUMBER", precision, scale);
  }

  /** A floating-point number of so many binary digits; null for 126. */
  public static SqlType floatingPoint(@Nullable Integer binaryPrecision) {
    return NativeType.of(TypeFamily.NUMERIC, "FLOAT", binaryPrecision);
  }

  /** A floating-point number of 64 bits. */
  public static SqlType binaryDouble() {
    return NativeType.of(TypeFamily.NUMERIC, "BINARY_DOUBLE");
  }

  /** A string of at most so many characters. */
  public static SqlType varchar2(int length) {
    return NativeType.of(TypeFamily.STRING, "VARCHAR2", length + " CHAR");
  }

  /** A string of at most so many characters of the national character set. */
  public static SqlType nvarchar2(int length) {
    return NativeType.of(TypeFamily.STRING, "NVARCHAR2", length);
  }

  /** A string of any length of the national character set. */
  public static SqlType nclob() {
    return NativeType.of(TypeFamily.STRING, "NCLOB");
  }

  /** At most so many bytes. */
  public static SqlType raw(int length) {
    return NativeType.of(TypeFamily.BINARY, "RAW", length);
  }

  /** A point in time, shown in the time zone of whoever asks. */
  public static SqlType timestampWithLocalTimeZone() {
    return NativeType.of(TypeFamily.DATE_TIME, "TIMESTAMP").followedBy("WITH LOCAL TIME ZONE");
  }
}
