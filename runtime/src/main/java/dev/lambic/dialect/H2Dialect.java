package dev.lambic.dialect;

import dev.lambic.schema.SqlType;
import java.sql.SQLException;
import java.util.Set;

/** H2 2.x. The facts are those of its manual, "SQL Grammar" and "Advanced: Keywords". */
final class H2Dialect extends Dialect {
  private static final Set<String> RESERVED_WORDS = Set.of(
      "all",
      "and",
      "any",
      "array",
      "as",
      "asymmetric",
      "authorization",
      "between",
      "both",
      "case",
      "cast",
      "check",
      "constraint",
      "cross",
      "current_catalog",
      "current_date",
      "current_path",
      "current_role",
      "current_schema",
      "current_time",
      "current_timestamp",
      "current_user",
      "day",
      "default",
      "distinct",
      "else",
      "end",
      "except",
      "exists",
      "false",
      "fetch",
      "for",
      "foreign",
      "from",
      "full",
      "group",
      "groups",
      "having",
      "hour",
      "if",
      "ilike",
      "in",
      "inner",
      "intersect",
      "interval",
      "is",
      "join",
      "key",
      "leading",
      "left",
      "like",
      "limit",
      "localtime",
      "localtimestamp",
      "minus",
      "minute",
      "month",
      "natural",
      "not",
      "null",
      "offset",
      "on",
      "or",
      "order",
      "over",
      "partition",
      "primary",
      "qualify",
      "range",
      "regexp",
      "right",
      "row",
      "rownum",
      "rows",
      "second",
      "select",
      "session_user",
      "set",
      "some",
      "symmetric",
      "system_user",
      "table",
      "to",
      "top",
      "trailing",
      "true",
      "uescape",
      "union",
      "unique",
      "unknown",
      "user",
      "using",
      "value",
      "values",
      "when",
      "where",
      "window",
      "with",
      "year",
      "_rowid_");

  @Override
  public String id() {
    return "h2";
  }

  @Override
  String productName() {
    return "H2";
  }

  @Override
  String urlPrefix() {
    return "jdbc:h2:";
  }

  @Override
  public String driverClass() {
    return "org.h2.Driver";
  }

  @Override
  public String driverArtifact() {
    return "com.h2database:h2";
  }

  @Override
  Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  ScriptSyntax scriptSyntax() {
    return ScriptSyntax.h2();
  }

  /** H2 repeats the whole statement behind its message. */
  @Override
  public String messageOf(SQLException failure) {
    String message = super.messageOf(failure);
    int statement = message.indexOf("; SQL statement:");
    return statement < 0 ? message : message.substring(0, statement);
  }

  /** 42S03 and 42S04 say the same as 42S02, with candidates of a similar name or in an empty database. */
  @Override
  public boolean isMissingTable(SQLException failure) {
    String state = failure.getSQLState();
    return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state);
  }

  /** Every DDL statement commits what came before it and itself. */
  @Override
  public boolean hasTransactionalDdl() {
    return false;
  }

  @Override
  Set<String> committingWords() {
    return Set.of(
        "ALTER",
        "ANALYZE",
        "COMMENT",
        "COMMIT",
        "CREATE",
        "DROP",
        "GRANT",
        "REVOKE",
        "ROLLBACK",
        "RUNSCRIPT",
        "SET",
        "TRUNCATE");
  }

  @Override
  int maxIdentifierLength() {
    return 256;
  }

  @Override
  public String uuid(SqlType.UuidType type) {
    return "UUID";
  }
}
