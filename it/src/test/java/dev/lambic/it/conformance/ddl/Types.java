package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.bool;
import static dev.lambic.it.conformance.ddl.Fields.integer;
import static dev.lambic.it.conformance.ddl.Fields.isTrue;
import static dev.lambic.it.conformance.ddl.Fields.name;
import static dev.lambic.it.conformance.ddl.Fields.text;
import static dev.lambic.it.conformance.ddl.Fields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import java.util.Locale;
import java.util.Map;

/** Reads types. */
final class Types {
  private Types() {}

  static SqlType of(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return new SqlType.NullType();
    }
    SqlType type = named(node);
    for (Map.Entry<String, JsonNode> variant : node.path("variants").properties()) {
      type = type.on(variant.getKey(), of(variant.getValue()));
    }
    return type;
  }

  private static SqlType named(JsonNode node) {
    String name = text(node, "name");
    int point = name.indexOf('.');
    if (point > 0) {
      return DialectTypes.of(name.substring(0, point), name.substring(point + 1), node);
    }
    return switch (name) {
      case "Integer" -> new SqlType.IntegerType();
      case "BigInteger" -> new SqlType.BigIntegerType();
      case "SmallInteger" -> new SqlType.SmallIntegerType();
      case "Date" -> new SqlType.DateType();
      case "JSON" -> new SqlType.JsonType();
      case "Null" -> new SqlType.NullType();
      case "String", "Unicode" ->
        new SqlType.StringType(
            integer(node, "length"), text(node, "collation"), name.equals("Unicode"));
      case "Text", "UnicodeText" ->
        new SqlType.TextType(
            integer(node, "length"), text(node, "collation"), name.equals("UnicodeText"));
      case "Boolean" ->
        new SqlType.BooleanType(
            isTrue(node, "create_constraint"), name(node.path("constraint_name")));
      case "Numeric" -> new SqlType.NumericType(integer(node, "precision"), integer(node, "scale"));
      case "Float" -> new SqlType.FloatType(integer(node, "precision"));
      case "Double" -> new SqlType.DoubleType(integer(node, "precision"));
      case "Time" -> new SqlType.TimeType(isTrue(node, "timezone"));
      case "DateTime" -> new SqlType.DateTimeType(isTrue(node, "timezone"));
      case "TIMESTAMP" -> new SqlType.TimestampType(isTrue(node, "timezone"));
      case "Interval" ->
        new SqlType.IntervalType(
            !Boolean.FALSE.equals(bool(node, "native")),
            integer(node, "second_precision"),
            integer(node, "day_precision"));
      case "LargeBinary" -> new SqlType.LargeBinaryType(integer(node, "length"));
      case "Enum" -> enumeration(node);
      case "Uuid" -> new SqlType.UuidType(!Boolean.FALSE.equals(bool(node, "native_uuid")));
      case "ARRAY" -> array(node);
      default -> upperCase(name, node);
    };
  }

  static SqlType array(JsonNode node) {
    Integer dimensions = integer(node, "dimensions");
    return new SqlType.ArrayType(of(node.path("item")), dimensions == null ? 1 : dimensions);
  }

  static EnumType enumeration(JsonNode node) {
    return new EnumType(
        name(node.path("enum_name")),
        name(node.path("schema")),
        texts(node.path("values")),
        !Boolean.FALSE.equals(bool(node, "native_enum")),
        isTrue(node, "create_constraint"),
        integer(node, "length"),
        !Boolean.FALSE.equals(bool(node, "create_type")),
        null);
  }

  private static SqlType upperCase(String name, JsonNode node) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a type named " + name);
    }
    return NativeType.of(
        familyOf(name),
        name.replace("DOUBLE_PRECISION", "DOUBLE PRECISION"),
        node.has("length") ? integer(node, "length") : integer(node, "precision"),
        integer(node, "scale"));
  }

  static TypeFamily familyOf(String name) {
    return switch (name) {
      case "CHAR",
          "NCHAR",
          "VARCHAR",
          "NVARCHAR",
          "VARCHAR2",
          "NVARCHAR2",
          "TEXT",
          "TINYTEXT",
          "MEDIUMTEXT",
          "LONGTEXT",
          "NTEXT",
          "CLOB",
          "NCLOB",
          "ENUM",
          "SET" -> TypeFamily.STRING;
      case "DECIMAL",
          "NUMERIC",
          "REAL",
          "DOUBLE_PRECISION",
          "DOUBLE",
          "FLOAT",
          "NUMBER",
          "BINARY_DOUBLE",
          "BINARY_FLOAT" -> TypeFamily.NUMERIC;
      case "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "MEDIUMINT" -> TypeFamily.INTEGER;
      case "DATETIME", "TIMESTAMP", "DATETIME2", "DATETIMEOFFSET", "SMALLDATETIME" ->
        TypeFamily.DATE_TIME;
      case "DATE" -> TypeFamily.DATE;
      case "TIME" -> TypeFamily.TIME;
      case "BLOB",
          "BINARY",
          "VARBINARY",
          "BYTEA",
          "RAW",
          "LONGBLOB",
          "MEDIUMBLOB",
          "TINYBLOB",
          "IMAGE" -> TypeFamily.BINARY;
      case "JSON", "JSONB" -> TypeFamily.JSON;
      case "UUID", "UNIQUEIDENTIFIER" -> TypeFamily.UUID;
      case "INTERVAL" -> TypeFamily.INTERVAL;
      case "BOOLEAN" -> TypeFamily.BOOLEAN;
      default -> TypeFamily.OTHER;
    };
  }
}
