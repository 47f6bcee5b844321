package dev.lambic.source;

import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.ArrayType;
import dev.lambic.schema.SqlType.BigIntegerType;
import dev.lambic.schema.SqlType.BooleanType;
import dev.lambic.schema.SqlType.CustomType;
import dev.lambic.schema.SqlType.DateTimeType;
import dev.lambic.schema.SqlType.DateType;
import dev.lambic.schema.SqlType.DoubleType;
import dev.lambic.schema.SqlType.FloatType;
import dev.lambic.schema.SqlType.IntegerType;
import dev.lambic.schema.SqlType.IntervalType;
import dev.lambic.schema.SqlType.JsonType;
import dev.lambic.schema.SqlType.LargeBinaryType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.SqlType.NullType;
import dev.lambic.schema.SqlType.NumericType;
import dev.lambic.schema.SqlType.SmallIntegerType;
import dev.lambic.schema.SqlType.StringType;
import dev.lambic.schema.SqlType.TextType;
import dev.lambic.schema.SqlType.TimeType;
import dev.lambic.schema.SqlType.TimestampType;
import dev.lambic.schema.SqlType.UuidType;
import dev.lambic.schema.SqlType.VariantType;
import dev.lambic.schema.SqlType.WrittenType;
import dev.lambic.schema.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes types: in the words of {@code Schema} where it has one, else by their constructors. */
final class TypeCode implements SqlType.Visitor<Code> {
  private final SchemaCode parts;

  TypeCode(SchemaCode parts) {
    this.parts = parts;
  }

  /** Returns a word, unless the type says more than the word does. */
  private Code word(SqlType type, boolean saysAll, String word, Code... arguments) {
    return saysAll ? Code.call(word, arguments) : parts.construction(type);
  }

  private static Code number(int number) {
    return Code.text(String.valueOf(number));
  }

  @Override
  public Code smallInteger(SmallIntegerType type) {
    return Code.call("smallInteger");
  }

  @Override
  public Code integer(IntegerType type) {
    return Code.call("integer");
  }

  @Override
  public Code bigInteger(BigIntegerType type) {
    return Code.call("bigInteger");
  }

  @Override
  public Code numeric(NumericType type) {
    Integer precision = type.precision();
    Integer scale = type.scale();
    return precision != null && scale != null
        ? Code.call("numeric", number(precision), number(scale))
        : word(type, precision == null, "numeric");
  }

  @Override
  public Code floatingPoint(FloatType type) {
    return word(type, type.precision() == null, "floatingPoint");
  }

  @Override
  public Code doublePrecision(DoubleType type) {
    return word(type, type.precision() == null, "doublePrecision");
  }

  @Override
  public Code bool(BooleanType type) {
    if (type.hasCheck() && type.checkName() != null && SchemaCode.isPlain(type.checkName())) {
      return Code.call("bool").dot("checked", Code.string(type.checkName().text()));
    }
    return word(type, !type.hasCheck() && type.checkName() == null, "bool");
  }

  @Override
  public Code string(StringType type) {
    Integer length = type.length();
    if (length == null) {
      return parts.construction(type);
    }
    String word = type.isUnicode() ? "unicode" : "string";
    return collated(Code.call(word, number(length)), type.collation());
  }

  @Override
  public Code text(TextType type) {
    return type.length() == null
        ? collated(Code.call(type.isUnicode() ? "unicodeText" : "text"), type.collation())
        : parts.construction(type);
  }

  private static Code collated(Code type, @Nullable String collation) {
    return collation == null ? type : type.dot("collate", Code.string(collation));
  }

  @Override
  public Code date(DateType type) {
    return Code.call("date");
  }

  @Override
  public Code time(TimeType type) {
    return word(type, !type.timezone(), "time");
  }

  @Override
  public Code dateTime(DateTimeType type) {
    return Code.call(type.timezone() ? "dateTimeWithTimeZone" : "dateTime");
  }

  @Override
  public Code timestamp(TimestampType type) {
    return word(type, !type.timezone(), "timestamp");
  }

  @Override
  public Code interval(IntervalType type) {
    boolean isPlain =
        type.isNative() && type.secondPrecision() == null && type.dayPrecision() == null;
    return word(type, isPlain, "interval");
  }

  @Override
  public Code largeBinary(LargeBinaryType type) {
    return word(type, type.length() == null, "largeBinary");
  }

  @Override
  public Code uuid(UuidType type) {
    return word(type, type.isNative(), "uuid");
  }

  @Override
  public Code json(JsonType type) {
    return Code.call("json");
  }

  @Override
  public Code enumeration(EnumType type) {
    Name name = type.name();
    boolean hasWords = (type.schema() == null || SchemaCode.isPlain(type.schema()))
        && type.length() == null
        && type.ownCheckName() == null;
    if (name == null || !SchemaCode.isPlain(name) || !hasWords) {
      return parts.construction(type);
    }
    List<Code> arguments = new ArrayList<>(List.of(Code.string(name.text())));
    type.values().forEach(value -> arguments.add(Code.string(value)));
    Code code = Code.call("enumeration", arguments.toArray(Code[]::new));
    code =
        type.schema() == null ? code : code.dot("in", Code.string(type.schema().text()));
    code = type.isNative() ? code : code.dot("asString");
    code = type.hasCheck() ? code.dot("checked") : code;
    return type.isCreated() ? code : code.dot("existing");
  }

  @Override
  public Code array(ArrayType type) {
    return type.dimensions() == 1
        ? Code.call("array", parts.type(type.item()))
        : parts.construction(type);
  }

  @Override
  public Code nativeType(NativeType type) {
    if (type.family() == TypeFamily.OTHER
        && type.arguments().isEmpty()
        && type.suffix().isEmpty()) {
      return Code.call("type", Code.string(type.name()));
    }
    List<Code> arguments =
        new ArrayList<>(List.of(parts.of(type.family()), Code.string(type.name())));
    type.arguments().forEach(argument -> arguments.add(argument(argument)));
    Code code = Code.call(NativeType.class, "of", arguments.toArray(Code[]::new));
    return type.suffix().isEmpty() ? code : code.dot("followedBy", Code.string(type.suffix()));
  }

  /** An argument is kept as text, and may have been a number. */
  private static Code argument(String text) {
    return text.matches("0|[1-9]\\d{0,8}") ? Code.text(text) : Code.string(text);
  }

  @Override
  public Code nullType(NullType type) {
    return parts.construction(type);
  }

  @Override
  public Code variant(VariantType type) {
    if (type.variants().isEmpty() || type.base() instanceof VariantType) {
      return parts.construction(type);
    }
    Code code = parts.type(type.base());
    for (Map.Entry<String, SqlType> variant : type.variants().entrySet()) {
      code = code.dot("on", Code.string(variant.getKey()), parts.type(variant.getValue()));
    }
    return code;
  }

  @Override
  public Code customType(CustomType type) {
    return parts.construction(type);
  }

  @Override
  public Code writtenType(WrittenType type) {
    return parts.construction(type);
  }
}
