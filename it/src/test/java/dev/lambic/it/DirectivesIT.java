package dev.lambic.it;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.operations.SqlStatement.statement;
import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.bool;
import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.date;
import static dev.lambic.schema.Schema.dateTime;
import static dev.lambic.schema.Schema.doublePrecision;
import static dev.lambic.schema.Schema.enumeration;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.json;
import static dev.lambic.schema.Schema.largeBinary;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.text;
import static dev.lambic.schema.Schema.unique;
import static dev.lambic.schema.Schema.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.dialect.Capability;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.EnumUse;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.Column;
import dev.lambic.schema.Name;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;

/** Directives run on every database, forth and back. */
class DirectivesIT {
  private static final TableName ACCOUNT = TableName.of("account");

  private static Table account() {
    return Table.of(
        "account",
        column("id", integer()).primaryKey(),
        column("name", string(50)).notNull().serverDefault("it's \\ -- ;"),
        column("age", integer()),
        unique("name").named("uq_account_name"),
        check("length(name) > 0").named("ck_account_name"));
  }

  private static void forthAndBack(Operations op, MigrateOperation operation) {
    op.invoke(operation);
    op.invoke(operation.reverse().orElseThrow());
    op.invoke(operation);
  }

  @ParameterizedTest
  @AllDatabases
  void tablesColumnsAndIndexes(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      MigrationContext context = MigrationContext.configure(connection);
      Operations op = new Operations(context);
      forthAndBack(op, new CreateTableOp(account()));
      op.execute(statement("INSERT INTO account (id, age) VALUES (:id, 20)").bind("id", 1));
      assertThat(database.query("SELECT name FROM account")).containsExactly("it's \\ -- ;");
      forthAndBack(
          op, new AddColumnOp(ACCOUNT, column("order", bigInteger()).serverDefault(sql("7"))));
      forthAndBack(op, new CreateIndexOp(index("ix account").on("account", "order", "age")));
      forthAndBack(
          op,
          new AlterColumnOp(
              ACCOUNT,
              change("age").rename("years").existingType(integer()).existingNullable(true)));
      if (context.dialect().supports(Capability.ALTER_COLUMN)) {
        forthAndBack(
            op,
            new AlterColumnOp(
                ACCOUNT,
                change("order")
                    .type(integer())
                    .nullable(false)
                    .serverDefault(sql("8"))
                    .existingType(bigInteger())
                    .existingNullable(true)
                    .existingServerDefault((ServerDefault) sql("7"))));
      }
      forthAndBack(op, new RenameTableOp(ACCOUNT, Name.of("person")));
      assertThat(database.query("SELECT years FROM person")).containsExactly("20");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void constraintsAndComments(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      MigrationContext context = MigrationContext.configure(connection);
      Operations op = new Operations(context);
      op.createTable(account());
      op.createTable("pet", column("id", integer()).notNull(), column("owner_id", integer()));
      TableName pet = TableName.of("pet");
      if (context.dialect().supports(Capability.ALTER_CONSTRAINTS)) {
        forthAndBack(op, new AddConstraintOp(pet, primaryKey("id").named("pk_pet")));
        forthAndBack(op, new AddConstraintOp(pet, check("owner_id > 0").named("ck_pet")));
        forthAndBack(op, new AddConstraintOp(pet, unique("owner_id", "id").named("uq_pet")));
        forthAndBack(
            op,
            new AddConstraintOp(
                pet, foreignKey("owner_id").references("account", "id").named("fk_pet")));
      } else {
        op.batchAlterTable("pet", batch -> {
          batch.createConstraint(primaryKey("id").named("pk_pet"));
          batch.createConstraint(
              foreignKey("owner_id").references("account", "id").named("fk_pet"));
        });
      }
      if (context.dialect().supports(Capability.COMMENTS)) {
        forthAndBack(op, new CreateTableCommentOp(pet, "it's \\ a pet", null));
      }
    }
  }

  @ParameterizedTest
  @AllDatabases
  void valuesOfEachKind(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Operations op = new Operations(MigrationContext.configure(connection));
      List<Column> columns = List.of(
          column("a", bool()),
          column("b", string(50)),
          column("c", date()),
          column("d", dateTime()),
          column("e", numeric(10, 2)),
          column("f", largeBinary()),
          column("g", uuid()),
          column("h", json()),
          column("i", doublePrecision()),
          column("j", text()));
      op.createTable(new Table(TableName.of("t"), columns, List.of()));
      op.invoke(new BulkInsertOp(
          TableName.of("t"),
          columns,
          List.of(Arrays.asList(
              true,
              "it's; -- \\ 🙂\t/*",
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(2024, 2, 29, 13, 14, 15),
              new BigDecimal("12.50"),
              new byte[] {0, 39, 92, -1},
              new UUID(1, 2),
              "{\"a\": \"it's\"}",
              1.5,
              "\\'; DROP TABLE t; --")),
          true));
      assertThat(database.query("SELECT b FROM t")).containsExactly("it's; -- \\ 🙂\t/*");
      assertThat(database.query("SELECT j FROM t")).containsExactly("\\'; DROP TABLE t; --");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void enumerations(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      MigrationContext context = MigrationContext.configure(connection);
      Operations op = new Operations(context);
      op.createTable(
          "t", column("m", enumeration("mood", "sad", "o'k").checked()).serverDefault("sad"));
      op.execute("INSERT INTO t (m) VALUES ('sad')");
      if (context.dialect().supports(Capability.ENUM_TYPES)) {
        op.addEnumValueAfter("mood", "soso", "sad");
        op.renameEnumValue("mood", "soso", "so so");
        op.replaceEnumValues(
            enumeration("mood", "o'k", "bad"),
            Map.of("sad", "bad", "so so", "bad"),
            new EnumUse(TableName.of("t"), Name.of("m"), "sad"));
        assertThat(database.query("SELECT m FROM t")).containsExactly("bad");
      }
    }
  }
}
