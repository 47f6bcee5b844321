package dev.lambic.it;

import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.bool;
import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.computed;
import static dev.lambic.schema.Schema.date;
import static dev.lambic.schema.Schema.dateTime;
import static dev.lambic.schema.Schema.doublePrecision;
import static dev.lambic.schema.Schema.enumeration;
import static dev.lambic.schema.Schema.floatingPoint;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.interval;
import static dev.lambic.schema.Schema.json;
import static dev.lambic.schema.Schema.largeBinary;
import static dev.lambic.schema.Schema.literal;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.smallInteger;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.text;
import static dev.lambic.schema.Schema.time;
import static dev.lambic.schema.Schema.timestamp;
import static dev.lambic.schema.Schema.unique;
import static dev.lambic.schema.Schema.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.HistoryMetadata;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.dialect.Capability;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.Column;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** What is compared with a model on every database, and what the operations make of it. */
class AutogenerateIT {
  private static final AutogenerateOptions OPTIONS =
      AutogenerateOptions.DEFAULT.compareServerDefault(true).allowDestructive(true);

  /** A database, and what is done with it. */
  private record Fixture(Connection connection, MigrationContext context) {
    static Fixture of(Connection connection) {
      return new Fixture(connection, MigrationContext.configure(connection));
    }

    AutogenerateContext with(AutogenerateOptions options) {
      return new AutogenerateContext(connection, context.dialect(), options);
    }

    List<Difference> differences(MetaData model) {
      return Autogenerate.compareMetadata(with(OPTIONS), model);
    }

    MigrationScript script(MetaData model) {
      boolean batched = !context.dialect().supports(Capability.ALTER_CONSTRAINTS);
      return Autogenerate.produceMigrations(with(OPTIONS.renderAsBatch(batched)), model)
          .get(0);
    }

    void bringTo(MetaData model) {
      Operations op = new Operations(context);
      script(model).upgradeOps().operations().forEach(op::invoke);
    }

    boolean supports(Capability capability) {
      return context.dialect().supports(capability);
    }
  }

  private static Table parent(Fixture fixture) {
    return parent(fixture.supports(Capability.COMMENTS));
  }

  static Table parent(boolean hasComment) {
    Table table = Table.of(
        "parent",
        column("id", integer()).primaryKey(),
        column("code", string(20)).notNull().unique(),
        column("Mixed Case", string(10)).indexed(),
        column("order", integer()).serverDefault(literal(5)));
    return hasComment ? table.comment("it's a parent") : table;
  }

  static Table child() {
    return Table.of(
        "child",
        column("id", bigInteger()).primaryKey(),
        column("parent_id", integer()).notNull(),
        column("code", string(20)),
        column("n", integer()).serverDefault(literal(0)),
        foreignKey("parent_id")
            .references("parent", "id")
            .named("fk_child_parent")
            .onDelete(ReferentialAction.CASCADE),
        foreignKey("code").references("parent", "code").named("fk_child_code"),
        check("n >= 0").named("ck_child_n"),
        unique("parent_id", "n").named("uq_child"),
        index("ix_child_n").on("child", "n", "code"));
  }

  static Table types() {
    List<Column> columns = new ArrayList<>(List.of(
        column("id", integer()).primaryKey(),
        column("c_small", smallInteger()),
        column("c_big", bigInteger()).serverDefault(literal(7)),
        column("c_numeric", numeric(12, 3)).serverDefault(sql("1.5")),
        column("c_numeric0", numeric()),
        column("c_float", floatingPoint()),
        column("c_double", doublePrecision()),
        column("c_bool", bool()),
        column("c_string", string(30)).notNull().serverDefault("it's"),
        column("c_text", text()),
        column("c_date", date()),
        column("c_time", time()),
        column("c_datetime", dateTime()).serverDefault(sql("CURRENT_TIMESTAMP")),
        column("c_timestamp", timestamp()),
        column("c_interval", interval()),
        column("c_binary", largeBinary()),
        column("c_uuid", uuid()),
        column("c_json", json()),
        column("c_enum", enumeration("mood", "sad", "it's"))));
    columns.add(
        column("c_computed", integer()).serverDefault(computed("c_small * 2").stored()));
    return new Table(TableName.of("types"), columns, List.of());
  }

  @ParameterizedTest
  @AllDatabases
  void whatAModelMade_doesNotDiffer(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      MetaData model =
          MetaData.of(child(), parent(fixture), types(), Table.of("keyless", column("a", text())));
      fixture.bringTo(model);
      assertThat(fixture.differences(model)).isEmpty();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void whatTheHistoryIsFoldedInto_isWhatIsInTheDatabase(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      MetaData first = MetaData.of(child(), parent(fixture), types(), before());
      MigrationScript creation = fixture.script(first);
      creation.upgradeOps().operations().forEach(new Operations(fixture.context())::invoke);
      MetaData second = MetaData.of(child(), parent(fixture).comment(null), types(), after());
      MigrationScript change = fixture.script(second);
      change.upgradeOps().operations().forEach(new Operations(fixture.context())::invoke);
      HistoryMetadata history =
          Folds.of(creation.upgradeOps().operations(), change.upgradeOps().operations());
      AutogenerateContext folded = history.context(fixture.context().dialect(), OPTIONS);
      assertThat(folded.remarks()).isEmpty();
      assertThat(Autogenerate.compareMetadata(folded, second)).isEmpty();
      assertThat(fixture.differences(history.read(fixture.context().dialect()).get(0)))
          .isEmpty();
    }
  }

  static Table before() {
    return Table.of(
        "item",
        column("id", integer()).primaryKey(),
        column("name", string(20)),
        column("n", integer()).notNull().serverDefault(literal(1)),
        column("parent_id", integer()),
        column("gone", integer()),
        unique("name").named("uq_item_name"),
        check("gone > 0").named("ck_item_gone"),
        index("ix_item_a").on("item", "n"),
        index("ix_item_parent").on("item", "parent_id"),
        index("ix_item_b").on("item", "name"));
  }

  static Table after() {
    return Table.of(
        "item",
        column("id", integer()).primaryKey(),
        column("name", string(40)).notNull(),
        column("n", bigInteger()).serverDefault(literal(2)),
        column("parent_id", integer()),
        column("fresh", string(10)),
        unique("name", "n").named("uq_item_both"),
        check("parent_id > 1").named("ck_item_more"),
        foreignKey("parent_id").references("parent", "id").named("fk_item_parent"),
        index("ix_item_parent").on("item", "parent_id"),
        index("ix_item_b").on("item", "name", "n"));
  }

  @ParameterizedTest
  @AllDatabases
  void eachDifferenceIsMadeUpFor_andTheWayBackEndsWhereItBegan(TestDatabase database)
      throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      Table old = Table.of(
          "old", column("id", integer()).primaryKey(), column("a", string(5)).indexed());
      fixture.bringTo(MetaData.of(parent(fixture), before(), old));
      Catalogue start = database.catalogue();
      Table fresh = Table.of(
          "brand_new",
          column("id", integer()).primaryKey(),
          column("parent_id", integer()).references("parent", "id").indexed());
      MetaData model = MetaData.of(fresh, after(), parent(fixture).comment(null));
      MigrationScript script = fixture.script(model);
      Operations op = new Operations(fixture.context());
      script.upgradeOps().operations().forEach(op::invoke);
      assertThat(fixture.differences(model)).isEmpty();
      script.downgradeOps().operations().forEach(op::invoke);
      assertThat(database.catalogue().inAnyColumnOrder().changesSince(start.inAnyColumnOrder()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void changesOfPrimaryKeys_areMadeUpFor(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      Column plain = column("a", integer()).notNull().autoincrement(false);
      Column other = column("b", integer()).notNull().autoincrement(false);
      fixture.bringTo(
          MetaData.of(Table.of("keyed", plain, other, primaryKey("a").named("pk_keyed"))));
      MetaData model =
          MetaData.of(Table.of("keyed", plain, other, primaryKey("a", "b").named("pk_keyed")));
      assertThat(fixture.differences(model)).hasSize(2);
      fixture.bringTo(model);
      assertThat(fixture.differences(model)).isEmpty();
    }
  }

  @ParameterizedTest
  @AllDatabases
  void whatLosesData_isPointedOut_andNotDone(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      fixture.bringTo(MetaData.of(
          Table.of(
              "kept",
              column("id", integer()).primaryKey(),
              column("a", string(9)),
              column("b", text())),
          Table.of("gone", column("id", integer()).primaryKey(), column("x", text()))));
      MigrationScript script = Autogenerate.produceMigrations(
              fixture.with(AutogenerateOptions.DEFAULT),
              MetaData.of(
                  Table.of("kept", column("id", integer()).primaryKey(), column("a", string(5)))))
          .get(0);
      assertThat(script.upgradeOps().operations()).isEmpty();
      assertThat(script.findings())
          .extracting(Finding::text)
          .containsExactly(
              "Table 'gone' is not in the model.",
              "The type of column 'a' of table 'kept' becomes narrower in the model.",
              "Column 'b' of table 'kept' is not in the model.");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void aBatchReadsItsTableFromTheDatabase(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Fixture fixture = Fixture.of(connection);
      fixture.bringTo(MetaData.of(parent(fixture), before()));
      database.execute("INSERT INTO item (id, name, n) VALUES (3, 'x', 4)");
      Operations op = new Operations(fixture.context());
      op.invoke(new BatchAlterTableOp(
          TableName.of("item"),
          List.of(new AlterColumnOp(
              TableName.of("item"), ColumnChange.change("name").type(string(50)))),
          BatchSettings.ALWAYS));
      database.execute("INSERT INTO item (name, n) VALUES ('y', 5)");
      assertThat(database.query("SELECT id, name, n FROM item ORDER BY id"))
          .containsExactly("3 x 4", "4 y 5");
      Table wanted = before();
      List<Column> columns = wanted.columns().stream()
          .map(each -> each.name().text().equals("name") ? each.type(string(50)) : each)
          .toList();
      assertThat(fixture.differences(
              MetaData.of(parent(fixture), wanted.with(columns, wanted.constraints()))))
          .isEmpty();
    }
  }
}
