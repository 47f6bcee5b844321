package dev.lambic.dialect;

import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.bool;
import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.computed;
import static dev.lambic.schema.Schema.date;
import static dev.lambic.schema.Schema.dateTime;
import static dev.lambic.schema.Schema.dateTimeWithTimeZone;
import static dev.lambic.schema.Schema.doublePrecision;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.identity;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.interval;
import static dev.lambic.schema.Schema.json;
import static dev.lambic.schema.Schema.largeBinary;
import static dev.lambic.schema.Schema.nextValue;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.smallInteger;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.text;
import static dev.lambic.schema.Schema.time;
import static dev.lambic.schema.Schema.unique;
import static dev.lambic.schema.Schema.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every dialect must get right on its own database, looked at through JDBC's own view of the catalogue. */
abstract class DialectContract {
  private Connection connection;
  private Dialect dialect;

  /** Opens an empty database. */
  abstract Connection open() throws SQLException;

  @BeforeEach
  void connect() throws SQLException {
    connection = open();
    dialect = Dialects.of(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void apply(MigrateOperation operation) throws SQLException {
    for (String sql : dialect.statements(operation)) {
      execute(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        result.add(rows.getString(1));
      }
      return result;
    }
  }

  private List<String> columnsOf(String table) throws SQLException {
    try (ResultSet columns = connection.getMetaData().getColumns(null, null, null, null)) {
      List<String> result = new ArrayList<>();
      while (columns.next()) {
        if (columns.getString("TABLE_NAME").equalsIgnoreCase(table)) {
          result.add(columns.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
        }
      }
      return result;
    }
  }

  private List<String> indexesOf(String table, boolean unique) throws SQLException {
    String stored = connection.getMetaData().storesUpperCaseIdentifiers()
        ? table.toUpperCase(java.util.Locale.ROOT)
        : table;
    try (ResultSet indexes =
        connection.getMetaData().getIndexInfo(null, null, stored, unique, false)) {
      List<String> result = new ArrayList<>();
      while (indexes.next()) {
        result.add(
            String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(java.util.Locale.ROOT));
      }
      return result;
    }
  }

  @Test
  void everyTypeIsAccepted() throws SQLException {
    List<Column> columns = List.of(
        column("c1", smallInteger()),
        column("c2", integer()),
        column("c3", bigInteger()),
        column("c4", numeric(10, 2)),
        column("c5", doublePrecision()),
        column("c6", bool()),
        column("c7", string(20)),
        column("c8", text()),
        column("c9", date()),
        column("c10", time()),
        column("c11", dateTime()),
        column("c12", dateTimeWithTimeZone()),
        column("c13", largeBinary()),
        column("c14", uuid()));
    apply(new CreateTableOp(new Table(TableName.of("all_types"), columns, List.of())));
    assertThat(columnsOf("all_types")).hasSize(columns.size());
  }

  @Test
  void everyOperationAndItsReverseRestoreTheCatalogue() throws SQLException {
    Table account = Table.of(
        "account",
        column("id", integer()).primaryKey(),
        column("name", string(50)).notNull());
    MigrateOperation create = new CreateTableOp(account);
    MigrateOperation add = new AddColumnOp(
        account.name(), column("email", string(320)).notNull().serverDefault("none"));
    MigrateOperation index =
        new CreateIndexOp(index("ix_account_email").on("account", "email").unique());
    apply(create);
    execute("INSERT INTO account (name) VALUES ('ann')");
    apply(add);
    apply(index);
    assertThat(query("SELECT email FROM account")).containsExactly("none");
    assertThat(indexesOf("account", true)).contains("ix_account_email");
    apply(index.reverse().orElseThrow());
    assertThat(indexesOf("account", false)).doesNotContain("ix_account_email");
    apply(add.reverse().orElseThrow());
    assertThat(columnsOf("account")).containsExactly("id", "name");
    apply(create.reverse().orElseThrow());
    assertThat(columnsOf("account")).isEmpty();
  }

  private void forthAndBack(MigrateOperation operation) throws SQLException {
    apply(operation);
    apply(operation.reverse().orElseThrow());
    apply(operation);
  }

  private void createAccount() throws SQLException {
    apply(new CreateTableOp(Table.of(
        "account",
        column("id", integer()).primaryKey(),
        column("name", string(50)).notNull(),
        column("age", integer()))));
    execute("INSERT INTO account (id, name, age) VALUES (1, 'ann', 20)");
  }

  @Test
  void aTableAndAColumnGetOtherNames() throws SQLException {
    createAccount();
    forthAndBack(new AlterColumnOp(
        TableName.of("account"),
        ColumnChange.change("name").rename("label").existingType(string(50))));
    forthAndBack(new RenameTableOp(TableName.of("account"), Name.of("person")));
    assertThat(columnsOf("person")).containsExactly("id", "label", "age");
  }

  @Test
  void aColumnChangesInPlace() throws SQLException {
    assumeTrue(dialect.supports(Capability.ALTER_COLUMN));
    createAccount();
    TableName account = TableName.of("account");
    forthAndBack(new AlterColumnOp(
        account,
        ColumnChange.change("age")
            .type(bigInteger())
            .nullable(false)
            .existingType(integer())
            .existingNullable(true)));
    forthAndBack(new AlterColumnOp(
        account,
        ColumnChange.change("age")
            .serverDefault(sql("18"))
            .existingServerDefault((ServerDefault) null)
            .existingType(bigInteger())
            .existingNullable(false)));
    execute("INSERT INTO account (id, name) VALUES (2, 'bob')");
    assertThat(query("SELECT age FROM account ORDER BY id")).containsExactly("20", "18");
  }

  @Test
  void constraintsComeAndGo() throws SQLException {
    assumeTrue(dialect.supports(Capability.ALTER_CONSTRAINTS));
    createAccount();
    apply(new CreateTableOp(
        Table.of("pet", column("id", integer()).notNull(), column("owner_id", integer()))));
    TableName pet = TableName.of("pet");
    forthAndBack(new AddConstraintOp(pet, primaryKey("id").named("pk_pet")));
    forthAndBack(new AddConstraintOp(pet, unique("owner_id").named("uq_owner")));
    forthAndBack(new AddConstraintOp(pet, check("owner_id > 0").named("ck_owner")));
    forthAndBack(new AddConstraintOp(
        pet, foreignKey("owner_id").references("account", "id").named("fk_owner")));
    assertThatThrownBy(() -> execute("INSERT INTO pet (id, owner_id) VALUES (1, 7)"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute("INSERT INTO pet (id, owner_id) VALUES (1, -1)"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void commentsComeAndGo() throws SQLException {
    assumeTrue(dialect.supports(Capability.COMMENTS));
    createAccount();
    TableName account = TableName.of("account");
    forthAndBack(new CreateTableCommentOp(account, "it's \\ ; -- all", null));
    forthAndBack(new AlterColumnOp(
        account,
        ColumnChange.change("age")
            .comment("it's age")
            .existingComment(null)
            .existingType(integer())));
    try (ResultSet tables = connection
        .getMetaData()
        .getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
      List<String> remarks = new ArrayList<>();
      while (tables.next()) {
        remarks.add(String.valueOf(tables.getString("REMARKS")));
      }
      assertThat(remarks).contains("it's \\ ; -- all");
    }
  }

  @Test
  void sequencesComeAndGo() throws SQLException {
    assumeTrue(dialect.supports(Capability.SEQUENCES));
    forthAndBack(new CreateSequenceOp(
        Sequence.of("numbers").with(SequenceOptions.NONE.start(5L).increment(2L)), false));
    apply(new CreateTableOp(Table.of(
        "t", column("id", integer()).serverDefault(nextValue("numbers")), column("v", integer()))));
    execute("INSERT INTO t (v) VALUES (1)");
    execute("INSERT INTO t (v) VALUES (2)");
    assertThat(query("SELECT id FROM t ORDER BY v")).containsExactly("5", "7");
  }

  @Test
  void schemasComeAndGo() throws SQLException {
    assumeTrue(dialect.supports(Capability.SCHEMAS));
    forthAndBack(new CreateSchemaOp(Name.of("a.b; c"), false));
    TableName table = TableName.of("a.b; c", "t");
    apply(new CreateTableOp(Table.of(table, column("x", integer()))));
    forthAndBack(new AddColumnOp(table, column("y", integer())));
    forthAndBack(new CreateIndexOp(index("ix").on(table, "x")));
    apply(new DropTableOp(table, null));
  }

  @Test
  void numberedAndComputedColumns() throws SQLException {
    apply(new CreateTableOp(Table.of(
        "t",
        column("id", integer()).primaryKey().serverDefault(identity().start(1)),
        column("a", integer()).notNull(),
        column("twice", integer()).serverDefault(computed("a * 2").stored()))));
    execute("INSERT INTO t (a) VALUES (4)");
    assertThat(query("SELECT twice FROM t")).containsExactly("8");
    assertThat(query("SELECT id FROM t")).containsExactly("1");
  }

  @Test
  void rowsHoldValuesOfEachKind() throws SQLException {
    List<Column> columns = List.of(
        column("a", integer()),
        column("b", bool()),
        column("c", string(50)),
        column("d", date()),
        column("e", dateTime()),
        column("f", numeric(10, 2)),
        column("g", largeBinary()),
        column("h", uuid()),
        column("i", time()),
        column("j", dateTimeWithTimeZone()),
        column("k", json()),
        column("l", interval()));
    apply(new CreateTableOp(new Table(TableName.of("t"), columns, List.of())));
    apply(new BulkInsertOp(
        TableName.of("t"),
        columns,
        List.of(
            Arrays.asList(
                1,
                true,
                "it's; -- \\ 🙂",
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(2024, 2, 29, 13, 14, 15),
                new BigDecimal("12.50"),
                new byte[] {0, -1},
                new UUID(1, 2),
                LocalTime.of(8, 9, 10),
                OffsetDateTime.of(2024, 2, 29, 13, 14, 15, 0, ZoneOffset.UTC),
                "{\"a\": [1, \"it's\"]}",
                Duration.ofSeconds(90061)),
            Arrays.asList(null, null, null, null, null, null, null, null, null, null, null, null)),
        true));
    assertThat(query("SELECT c FROM t WHERE a = 1")).containsExactly("it's; -- \\ 🙂");
    assertThat(query("SELECT count(*) FROM t WHERE l IS NULL")).containsExactly("1");
  }

  @Test
  void aTableIsBuiltAnew() throws SQLException {
    createAccount();
    Table known = Table.of(
        "account",
        column("id", integer()).primaryKey(),
        column("name", string(50)).notNull(),
        column("age", integer()));
    apply(new BatchAlterTableOp(
        TableName.of("account"),
        List.of(
            new AlterColumnOp(
                TableName.of("account"),
                ColumnChange.change("age").type(string(10)).rename("years")),
            new AddConstraintOp(TableName.of("account"), unique("name").named("uq_account"))),
        BatchSettings.ALWAYS.copyFrom(known)));
    assertThat(columnsOf("account")).containsExactly("id", "name", "years");
    assertThat(query("SELECT years FROM account")).containsExactly("20");
  }

  @Test
  void constraintsHold() throws SQLException {
    apply(new CreateTableOp(Table.of("parent", column("id", integer()).primaryKey())));
    apply(new CreateTableOp(Table.of(
        "child",
        column("id", integer()).primaryKey(),
        column("parent_id", integer()).notNull(),
        column("code", string(9)),
        foreignKey("parent_id").references("parent", "id").named("fk_parent"),
        unique("code").named("uq_code"))));
    execute("INSERT INTO parent (id) VALUES (1)");
    execute("INSERT INTO child (parent_id, code) VALUES (1, 'a')");
    assertThatThrownBy(() -> execute("INSERT INTO child (parent_id, code) VALUES (2, 'b')"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute("INSERT INTO child (parent_id, code) VALUES (1, 'a')"))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "Mixed Case",
        "semi;colon",
        "quote\"d",
        "--",
        "naïve",
        "表",
        "🙂",
        "1st",
        "order"
      })
  void oddNamesSurvive(String name) throws SQLException {
    apply(new CreateTableOp(Table.of(name, column(name, integer()))));
    apply(new CreateIndexOp(index("ix " + name).on(name, name)));
    execute("INSERT INTO " + dialect.quote(TableName.of(name)) + " (" + dialect.quote(Name.of(name))
        + ") VALUES (1)");
    apply(new DropTableOp(TableName.of(name), null));
    assertThat(columnsOf(name)).isEmpty();
  }

  @Test
  void everyReservedWordIsAName() throws SQLException {
    for (String word : dialect.reservedWords()) {
      apply(new CreateTableOp(Table.of(word, column(word, integer()))));
      apply(new DropTableOp(TableName.of(word), null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "it's", "'; DROP TABLE t --", "back\\slash", "naïve 表 🙂", "a\nb"})
  void oddLiteralsSurvive(String value) throws SQLException {
    apply(new CreateTableOp(Table.of(
        "t", column("id", integer()).primaryKey(), column("c", string(50)).serverDefault(value))));
    execute("INSERT INTO t (id) VALUES (1)");
    assertThat(query("SELECT c FROM t")).containsExactly(value);
  }

  @Test
  void aMissingTableIsRecognised_andOnlyThat() {
    VersionTable table = new VersionTable(TableName.of(VersionTable.DEFAULT_NAME), true);
    assertThat(dialect.isMissingTable(failure(dialect.selectVersions(table)))).isTrue();
    assertThat(dialect.isMissingTable(failure("SELECT * FROM"))).isFalse();
  }

  private SQLException failure(String sql) {
    try {
      query(sql);
      throw new AssertionError("did not fail: " + sql);
    } catch (SQLException e) {
      return e;
    }
  }

  @Test
  void theVersionTableHoldsIdsOfAnyKind() throws SQLException {
    VersionTable table = new VersionTable(TableName.of(VersionTable.DEFAULT_NAME), true);
    String widest = "0123456789abcdef0123456789abcdef";
    apply(new CreateTableOp(table.definition()));
    execute(dialect.insertVersion(table, "it's"));
    execute(dialect.updateVersion(table, "it's", widest));
    execute(dialect.insertVersion(table, "b"));
    execute(dialect.deleteVersion(table, "b"));
    assertThat(query(dialect.selectVersions(table))).containsExactly(widest);
  }
}
