package dev.lambic.it.conformance.ddl;

import static dev.lambic.it.conformance.ddl.Fields.integer;
import static dev.lambic.it.conformance.ddl.Fields.isTrue;
import static dev.lambic.it.conformance.ddl.Fields.text;
import static dev.lambic.it.conformance.ddl.Fields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.dialect.MysqlTypes;
import dev.lambic.dialect.OracleTypes;
import dev.lambic.dialect.PostgresqlTypes;
import dev.lambic.dialect.SqlServerTypes;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.NativeType;

/** Reads the types of one database. */
final class DialectTypes {
  private DialectTypes() {}

  static SqlType of(String dialect, String name, JsonNode node) {
    return switch (dialect) {
      case "postgresql" -> postgresql(name, node);
      case "mysql", "mariadb" -> mysql(name, node);
      case "oracle" -> oracle(name, node);
      case "mssql" -> sqlServer(name, node);
      default -> plain(name, node);
    };
  }

  private static SqlType plain(String name, JsonNode node) {
    Object first =
        node.hasNonNull("length") ? node.get("length").asText() : integer(node, "precision");
    return NativeType.of(
        Types.familyOf(name),
        name.replace("DOUBLE_PRECISION", "DOUBLE PRECISION"),
        first,
        integer(node, "scale"));
  }

  private static SqlType postgresql(String name, JsonNode node) {
    boolean timezone = isTrue(node, "timezone");
    return switch (name) {
      case "ARRAY" -> Types.array(node);
      case "ENUM" -> Types.enumeration(node);
      case "TIMESTAMP" -> PostgresqlTypes.timestamp(integer(node, "precision"), timezone);
      case "TIME" -> PostgresqlTypes.time(integer(node, "precision"), timezone);
      case "INTERVAL" -> PostgresqlTypes.interval(text(node, "fields"), integer(node, "precision"));
      case "BIT" ->
        isTrue(node, "varying")
            ? PostgresqlTypes.bitVarying(integer(node, "length"))
            : PostgresqlTypes.bit(node.has("length") ? integer(node, "length") : 1);
      default -> plain(name, node);
    };
  }

  private static SqlType mysql(String name, JsonNode node) {
    return switch (name) {
      case "ENUM" -> enumOfMysql(node);
      case "SET" ->
        MysqlTypes.charset(
            MysqlTypes.set(texts(node.path("values")).toArray(String[]::new)),
            text(node, "charset"),
            text(node, "collation"));
      case "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "MEDIUMINT" ->
        signed(NativeType.of(Types.familyOf(name), name, integer(node, "display_width")), node);
      case "DECIMAL", "NUMERIC", "FLOAT", "DOUBLE", "REAL" ->
        signed((NativeType) plain(name, node), node);
      case "DATETIME", "TIME", "TIMESTAMP" ->
        NativeType.of(Types.familyOf(name), name, integer(node, "fsp"));
      case "YEAR" -> NativeType.of(Types.familyOf(name), name, integer(node, "display_width"));
      default ->
        MysqlTypes.charset(plain(name, node), text(node, "charset"), text(node, "collation"));
    };
  }

  private static SqlType enumOfMysql(JsonNode node) {
    EnumType type =
        new EnumType(null, null, texts(node.path("values")), true, false, null, true, null);
    return MysqlTypes.charset(type, text(node, "charset"), text(node, "collation"));
  }

  private static NativeType signed(NativeType type, JsonNode node) {
    NativeType result = isTrue(node, "unsigned") ? MysqlTypes.unsigned(type) : type;
    return isTrue(node, "zerofill") ? MysqlTypes.zerofill(result) : result;
  }

  private static SqlType oracle(String name, JsonNode node) {
    return switch (name) {
      case "FLOAT" -> OracleTypes.floatingPoint(integer(node, "binary_precision"));
      case "VARCHAR2" -> OracleTypes.varchar2(integer(node, "length"));
      case "TIMESTAMP" ->
        isTrue(node, "local_timezone")
            ? OracleTypes.timestampWithLocalTimeZone()
            : new SqlType.TimestampType(isTrue(node, "timezone"));
      case "INTERVAL" ->
        new SqlType.IntervalType(
            true, integer(node, "second_precision"), integer(node, "day_precision"));
      default -> plain(name, node);
    };
  }

  private static SqlType sqlServer(String name, JsonNode node) {
    SqlType type = plain(name, node);
    String collation = text(node, "collation");
    return collation == null ? type : SqlServerTypes.collate((NativeType) type, collation);
  }
}
