package dev.lambic.dialect;

import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values are written into statements: the second chapter of every {@link Dialect}. */
abstract class SqlLiterals extends SqlNames {
  private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

  /** Apart, so that a run with nothing to do loads no format. */
  private static final class Times {
    static final DateTimeFormatter DATE = format("uuuu-MM-dd");
    static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    static final DateTimeFormatter MICROS = format("HH:mm:ss.SSSSSS");
    static final DateTimeFormatter NANOS = format("HH:mm:ss.SSSSSSSSS");

    private static DateTimeFormatter format(String pattern) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
  }

  private static final int NANOS_PER_MICRO = 1000;

  SqlLiterals(DialectSettings settings) {
    super(settings);
  }

  /** Returns a string as a literal. */
  public String literal(String value) {
    return "'" + escaped(value) + "'";
  }

  /** Returns the inside of a literal, with quotes doubled, and backslashes where the database reads them as escapes. */
  protected final String escaped(String value) {
    if (value.indexOf('\0') >= 0) {
      throw Refusals.value(
          id(), "a string with the character U+0000", "take that character out of the value.");
    }
    if (hasHalfCharacter(value)) {
      throw Refusals.value(
          id(), "a string with half a character of Unicode", "write the character as a whole.");
    }
    String quotesDoubled = value.replace("'", "''");
    return backslashEscapes() ? quotesDoubled.replace("\\", "\\\\") : quotesDoubled;
  }

  /** Tells whether a backslash in a literal escapes the next character. */
  protected boolean backslashEscapes() {
    return false;
  }

  /** Returns a string of a type for any character of Unicode as a literal. */
  protected String unicodeLiteral(String value) {
    return literal(value);
  }

  /** Returns a value as a literal. */
  public final String literal(Literal literal) {
    return literal(literal.value(), literal.type());
  }

  /**
   * Returns a value as a literal.
   *
   * @param value a string, number, boolean, date, time, UUID, byte array, duration or enum constant, or null
   * @param type the type that it is a value of; null to go by the value
   */
  public final String literal(@Nullable Object value, @Nullable SqlType type) {
    SqlType resolved = type == null ? null : resolve(type);
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Literal literal) {
      return literal(literal);
    }
    if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Character) {
      return stringLiteral(value.toString(), resolved);
    }
    if (value instanceof Boolean bool) {
      return bool ? trueLiteral() : falseLiteral();
    }
    if (value instanceof Number number) {
      return numberLiteral(number);
    }
    if (value instanceof byte[] bytes) {
      return binaryLiteral(HexFormat.of().formatHex(bytes));
    }
    if (value instanceof UUID uuid) {
      return uuidLiteral(uuid, resolved);
    }
    if (value instanceof Duration duration) {
      return durationLiteral(duration, resolved);
    }
    return temporalLiteral(value);
  }

  /** Returns what a type is on this dialect, with variants and users' own types seen through. */
  protected final SqlType resolve(SqlType type) {
    if (type instanceof SqlType.VariantType variant) {
      return resolve(variant.typeOn(id()));
    }
    return type instanceof SqlType.CustomType custom ? resolve(custom.typeOn(id())) : type;
  }

  private String stringLiteral(String value, @Nullable SqlType type) {
    boolean isUnicode = (type instanceof SqlType.StringType string && string.isUnicode())
        || (type instanceof SqlType.TextType text && text.isUnicode());
    if (type instanceof SqlType.JsonType) {
      return jsonLiteral(value);
    }
    return isUnicode ? unicodeLiteral(value) : literal(value);
  }

  /** Returns a JSON document, given as its text, as a literal. */
  protected String jsonLiteral(String document) {
    return literal(document);
  }

  /** Returns the word for true. */
  protected String trueLiteral() {
    return "TRUE";
  }

  /** Returns the word for false. */
  protected String falseLiteral() {
    return "FALSE";
  }

  private String numberLiteral(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw Refusals.value(id(), "the number " + value, "use a number that is finite.");
      }
      return number.toString();
    }
    if (number instanceof BigInteger
        || number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return number.toString();
    }
    throw unknown(number);
  }

  /** Returns bytes, given as hexadecimal digits, as a literal. */
  protected String binaryLiteral(String hex) {
    return "X'" + hex + "'";
  }

  private String uuidLiteral(UUID uuid, @Nullable SqlType type) {
    boolean isNative =
        type instanceof SqlType.UuidType own ? own.isNative() && hasNativeUuid() : hasNativeUuid();
    return literal(isNative ? uuid.toString() : uuid.toString().replace("-", ""));
  }

  /** Tells whether the database has a type for UUIDs. */
  protected boolean hasNativeUuid() {
    return false;
  }

  private String durationLiteral(Duration duration, @Nullable SqlType type) {
    boolean isNative = !(type instanceof SqlType.IntervalType interval) || interval.isNative();
    if (isNative && hasNativeInterval()) {
      BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
          .add(BigDecimal.valueOf(duration.getNano(), 9))
          .stripTrailingZeros();
      return intervalLiteral(
          seconds.scale() < 1 ? seconds.setScale(1).toPlainString() : seconds.toPlainString());
    }
    return temporalLiteral(EPOCH.plus(duration));
  }

  /** Tells whether the database has a type for spans of time. */
  protected boolean hasNativeInterval() {
    return false;
  }

  /** Returns a span of so many seconds as a literal. */
  protected String intervalLiteral(String seconds) {
    return "INTERVAL '" + seconds + "' SECOND";
  }

  private String temporalLiteral(Object value) {
    if (value instanceof LocalDate date) {
      return dateLiteral(date.format(Times.DATE));
    }
    if (value instanceof LocalTime time) {
      return timeLiteral(time(time));
    }
    if (value instanceof LocalDateTime moment) {
      return dateTimeLiteral(moment.format(Times.DATE) + " " + time(moment.toLocalTime()));
    }
    if (value instanceof OffsetDateTime moment) {
      LocalDateTime local = moment.toLocalDateTime();
      String offset = moment.getOffset().equals(ZoneOffset.UTC)
          ? "+00:00"
          : moment.getOffset().toString();
      return zonedLiteral(local.format(Times.DATE) + " " + time(local.toLocalTime()), offset);
    }
    if (value instanceof ZonedDateTime moment) {
      return temporalLiteral(moment.toOffsetDateTime());
    }
    if (value instanceof Instant moment) {
      return temporalLiteral(moment.atOffset(ZoneOffset.UTC));
    }
    throw unknown(value);
  }

  private RuntimeException unknown(Object value) {
    return Refusals.value(
        id(),
        "a value of " + value.getClass().getName(),
        "use a string, number, boolean, UUID, byte array or a type of java.time.");
  }

  private String time(LocalTime time) {
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    if (nanos == 0 && !fractionIsAlwaysWritten()) {
      return time.format(Times.SECONDS);
    }
    return time.format(nanos % NANOS_PER_MICRO == 0 ? Times.MICROS : Times.NANOS);
  }

  /** Tells whether times have six digits behind the point even when they are zero. */
  protected boolean fractionIsAlwaysWritten() {
    return false;
  }

  /** Returns a day as a literal. */
  protected String dateLiteral(String date) {
    return literal(date);
  }

  /** Returns a time of day as a literal. */
  protected String timeLiteral(String time) {
    return literal(time);
  }

  /** Returns a day and time as a literal. */
  protected String dateTimeLiteral(String moment) {
    return literal(moment);
  }

  /** Returns a day and time with its distance from UTC as a literal. */
  protected String zonedLiteral(String moment, String offset) {
    return literal(moment + offset);
  }
}
