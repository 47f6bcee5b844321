package dev.lambic.autogenerate;

import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.BigIntegerType;
import dev.lambic.schema.SqlType.IntegerType;
import dev.lambic.schema.SqlType.NumericType;
import dev.lambic.schema.SqlType.SmallIntegerType;
import dev.lambic.schema.SqlType.StringType;
import dev.lambic.schema.SqlType.TextType;
import dev.lambic.schema.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Tells which changes of a type may lose data: all but those that are known to keep every value. */
final class Narrowing {
  private Narrowing() {}

  /** Tells whether values of one type may not fit into another. */
  static boolean loses(SqlType from, SqlType to) {
    if (to instanceof TextType) {
      return from.family() != TypeFamily.STRING && !isNumber(from);
    }
    if (to instanceof StringType string) {
      return string.length() != null && !(characters(from) <= string.length());
    }
    if (digits(to) > 0) {
      return digits(from) == 0 || digits(from) > digits(to);
    }
    if (to instanceof NumericType number) {
      return losesDigits(from, number);
    }
    return from.family() != to.family() || from.family() == TypeFamily.OTHER || !keepsAll(from, to);
  }

  private static boolean isNumber(SqlType type) {
    return type.family() == TypeFamily.INTEGER || type.family() == TypeFamily.NUMERIC;
  }

  /** Returns the most characters that a type holds. */
  private static long characters(SqlType type) {
    if (type instanceof StringType string && string.length() != null) {
      return string.length();
    }
    return type.family() == TypeFamily.UUID ? 36 : Long.MAX_VALUE;
  }

  /** Returns the digits of a whole number's type; 0 for any other type. */
  private static int digits(SqlType type) {
    if (type instanceof SmallIntegerType) {
      return 5;
    }
    if (type instanceof IntegerType) {
      return 10;
    }
    return type instanceof BigIntegerType ? 19 : 0;
  }

  private static boolean losesDigits(SqlType from, NumericType to) {
    if (to.precision() == null) {
      return !isNumber(from);
    }
    int whole = to.precision() - orZero(to.scale());
    if (from instanceof NumericType number) {
      return number.precision() == null
          || number.precision() - orZero(number.scale()) > whole
          || orZero(number.scale()) > orZero(to.scale());
    }
    return digits(from) == 0 || digits(from) > whole;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static boolean keepsAll(SqlType from, SqlType to) {
    return from.getClass() == to.getClass() && !(to instanceof SqlType.NativeType);
  }
}
