package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.operations.SqlStatement.statement;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.Operations;
import dev.lambic.schema.Column;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;

/** Rows are written, and read back by the database's driver. */
class RowDirectivesIT {
  private static final Table ACCOUNT = Table.of(
      "account",
      column("id", integer()).primaryKey(),
      column("name", string(50)).serverDefault("none"));

  /** A type, and a value of it. */
  private static final Map<SqlType, Object> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put(smallInteger(), (short) -7);
    VALUES.put(integer(), Integer.MIN_VALUE);
    VALUES.put(bigInteger(), Long.MAX_VALUE);
    VALUES.put(numeric(10, 2), new BigDecimal("-12.50"));
    VALUES.put(numeric(20, 0), new BigInteger("12345678901234567890"));
    VALUES.put(doublePrecision(), 1.5e10);
    VALUES.put(bool(), false);
    VALUES.put(string(50), "it's; -- \\ \uD83D\uDE42 %s :x ? /*");
    VALUES.put(text(), "\\'; DROP TABLE t; --");
    VALUES.put(date(), LocalDate.of(1066, 10, 14));
    VALUES.put(time(), LocalTime.of(8, 9, 10));
    VALUES.put(dateTime(), LocalDateTime.of(2024, 2, 29, 13, 14, 15));
    VALUES.put(
        dateTimeWithTimeZone(), OffsetDateTime.of(2024, 2, 29, 13, 14, 15, 0, ZoneOffset.UTC));
    VALUES.put(interval(), Duration.ofSeconds(90061));
    VALUES.put(uuid(), new UUID(1, 2));
    VALUES.put(json(), "{\"a\": [1, \"it's \\\\ \"]}");
  }

  @ParameterizedTest
  @AllDatabases
  void bulkInsert_ofEveryType(TestDatabase database) throws SQLException {
    Directives directives = on(database);
    int n = 0;
    for (Map.Entry<SqlType, Object> value : VALUES.entrySet()) {
      List<Column> columns =
          List.of(column("id", integer()).notNull(), column("v", value.getKey()));
      String table = "t" + ++n;
      directives
          .given(new Table(TableName.of(table), columns, List.of()))
          .keep(
              value.getKey().getClass().getSimpleName(),
              new BulkInsertOp(
                  TableName.of(table),
                  columns,
                  List.of(Arrays.asList(1, value.getValue()), Arrays.asList(2, null)),
                  true))
          .rows("SELECT v FROM " + table + " ORDER BY id");
    }
    directives
        .given(Table.of("b", column("v", largeBinary())))
        .keep(
            "bytes",
            new BulkInsertOp(
                TableName.of("b"),
                List.of(column("v", largeBinary())),
                List.of(List.of(new byte[] {0, 39, 92, -1}), Arrays.asList((Object) null)),
                true))
        .bytes("SELECT v FROM b")
        .asRecorded();
  }

  /** What a migration does with {@code op}. */
  private record Body(Consumer<Operations> body) implements CustomOperation {
    @Override
    public void run(Operations op) {
      body.accept(op);
    }
  }

  @ParameterizedTest
  @AllDatabases
  void rowsByTheNamesOfColumns(TestDatabase database) throws SQLException {
    on(database)
        .given(ACCOUNT)
        .keep(
            "some leave a column out",
            new Body(op -> op.bulkInsert(
                ACCOUNT,
                List.of(
                    Map.of("id", 1, "name", "ann"),
                    Map.of("id", 2),
                    Map.of("id", 3, "name", op.inlineLiteral("it's"))))))
        .rows("SELECT id, name FROM account ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void execute(TestDatabase database) throws SQLException {
    on(database)
        .given(ACCOUNT)
        .keep(
            "one statement",
            new ExecuteSqlOp("INSERT INTO account (id, name) VALUES (1, 'a;b -- :c ?')"))
        .keep(
            "with values",
            new ExecuteStatementOp(statement("UPDATE account SET name = :name WHERE id = :id")
                .bind("name", "'; DROP TABLE account; -- \\")
                .bind("id", 1)))
        .rows("SELECT id, name FROM account")
        .keep("a script", new Body(op -> op.executeScript("""
                -- a comment; with a semicolon
                INSERT INTO account (id, name) VALUES (2, 'x;y');
                /* another; one */ UPDATE account SET name = 'it''s' WHERE id = 2;
                """)))
        .keep("a file", new Body(op -> op.executeResource(RowDirectivesIT.class, "rows.sql")))
        .keep(
            "a file that is not there",
            new Body(op -> op.executeResource(RowDirectivesIT.class, "none.sql")))
        .rows("SELECT id, name FROM account ORDER BY id")
        .asRecorded();
  }
}
