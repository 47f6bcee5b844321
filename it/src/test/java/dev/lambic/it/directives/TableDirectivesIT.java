package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Name;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** Tables are created, dropped and renamed. */
class TableDirectivesIT {
  private static final Table ACCOUNT =
      Table.of("account", column("id", integer()).primaryKey(), column("name", string(50)));

  private static final List<ReferentialAction> ACTIONS = List.of(
      ReferentialAction.NO_ACTION,
      ReferentialAction.RESTRICT,
      ReferentialAction.CASCADE,
      ReferentialAction.SET_NULL,
      ReferentialAction.SET_DEFAULT);

  @ParameterizedTest
  @AllDatabases
  void createTable(TestDatabase database) throws SQLException {
    on(database)
        .change("one column", new CreateTableOp(Table.of("plain", column("a", integer()))))
        .change(
            "a composite key, a unique constraint and checks, with names",
            new CreateTableOp(Table.of(
                "visit",
                column("day", date()),
                column("room", integer()),
                column("guest", string(50)).notNull(),
                column("nights", integer()).nullable(true),
                primaryKey("day", "room").named("pk_visit"),
                unique("guest", "day").named("uq_visit"),
                check("nights > 0").named("ck_nights"))))
        .change(
            "the same without names",
            new CreateTableOp(Table.of(
                "visit",
                column("day", date()).primaryKey(),
                column("room", integer()).primaryKey(),
                column("guest", string(50)).unique(),
                column("nights", integer()).check(check("nights > 0")),
                check("room > 0"))))
        .change(
            "indexes with it",
            new CreateTableOp(Table.of(
                "visit",
                column("day", date()).indexed(),
                column("room", integer()).unique().indexed(),
                index("ix_visit").on("visit", "room", "day"))))
        .change(
            "only if it is not there",
            new CreateTableOp(Table.of("plain", column("a", integer())), true))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void foreignKeys(TestDatabase database) throws SQLException {
    Directives directives = on(database).given(ACCOUNT);
    for (ReferentialAction action : ACTIONS) {
      directives.change(
          action.sql(),
          new CreateTableOp(Table.of(
              "pet",
              column("owner_id", integer()).serverDefault(literal(1)),
              foreignKey("owner_id")
                  .references("account", "id")
                  .named("fk_owner")
                  .onDelete(action)
                  .onUpdate(action))));
    }
    directives
        .change(
            "on delete one, on update another",
            new CreateTableOp(Table.of(
                "pet",
                column("owner_id", integer()),
                foreignKey("owner_id")
                    .references("account", "id")
                    .onDelete(ReferentialAction.CASCADE)
                    .onUpdate(ReferentialAction.RESTRICT))))
        .change(
            "without a name, of a column, and to the table itself",
            new CreateTableOp(Table.of(
                "pet",
                column("id", integer()).primaryKey(),
                column("owner_id", integer()).references("account", "id"),
                column("mother_id", integer()),
                foreignKey("mother_id").references("pet", "id"))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void numberedAndComputedColumns(TestDatabase database) throws SQLException {
    on(database)
        .change(
            "a key that the database numbers",
            new CreateTableOp(Table.of("t", column("id", bigInteger()).primaryKey())))
        .change(
            "a key that it does not number",
            new CreateTableOp(
                Table.of("t", column("id", integer()).primaryKey().autoincrement(false))))
        .change(
            "an identity by default",
            new CreateTableOp(Table.of(
                "t",
                column("id", integer())
                    .primaryKey()
                    .serverDefault(identity().start(5).increment(2)))))
        .change(
            "an identity always",
            new CreateTableOp(Table.of(
                "t", column("id", integer()).primaryKey().serverDefault(Identity.always()))))
        .change(
            "computed, nothing said",
            new CreateTableOp(Table.of(
                "t",
                column("a", integer()),
                column("b", integer()).serverDefault(computed("a * 2")))))
        .change(
            "computed and stored",
            new CreateTableOp(Table.of(
                "t",
                column("a", integer()),
                column("b", integer()).serverDefault(computed("a * 2").stored()))))
        .change(
            "computed and virtual",
            new CreateTableOp(Table.of(
                "t",
                column("a", integer()),
                column("b", integer()).serverDefault(computed("a * 2").virtual()))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void commentsAndDefaults(TestDatabase database) throws SQLException {
    on(database)
        .change(
            "comments",
            new CreateTableOp(
                Table.of("t", column("a", integer()).comment("it's \\ a")).comment("it's \\ t")))
        .change(
            "defaults",
            new CreateTableOp(Table.of(
                "t",
                column("a", integer()).serverDefault(literal(7)),
                column("b", string(20)).serverDefault("it's \\ b"),
                column("c", dateTime()).serverDefault(now()),
                column("d", bool()).serverDefault(literal(true)),
                column("e", numeric(10, 2)).serverDefault(sql("1.50")))))
        .change(
            "today as a default",
            new CreateTableOp(
                Table.of("t", column("g", date()).serverDefault(sql("CURRENT_DATE")))))
        .change(
            "a function as a default",
            new CreateTableOp(Table.of(
                "t", column("f", string(20)).serverDefault(function("lower", literal("X"))))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void names(TestDatabase database) throws SQLException {
    on(database)
        .change("reserved", new CreateTableOp(Table.of("order", column("select", integer()))))
        .change("mixed case", new CreateTableOp(Table.of("OrderLine", column("LineNo", integer()))))
        .change(
            "quoted",
            new CreateTableOp(Table.of(
                new TableName(null, Name.quoted("lower")),
                column("a", integer()).named(Name.quoted("lower")))))
        .change(
            "odd",
            new CreateTableOp(Table.of(
                "a \"table\"; --",
                column("it's `a`", integer()).primaryKey(),
                index("ix [odd]").on("a \"table\"; --", "it's `a`"))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void dropTable(TestDatabase database) throws SQLException {
    on(database)
        .given(ACCOUNT)
        .change("one that is known", new DropTableOp(TableName.of("account"), ACCOUNT))
        .change("only if it is there", new DropTableOp(TableName.of("nothing"), true, null))
        .change("one that is not there", new DropTableOp(TableName.of("nothing"), null))
        .change("one that is not known", new DropTableOp(TableName.of("account"), null))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void renameTable(TestDatabase database) throws SQLException {
    on(database)
        .given(ACCOUNT)
        .given(Table.of(
            "pet",
            column("id", integer()).primaryKey(),
            column("owner_id", integer()),
            index("ix_owner").on("pet", "owner_id"),
            foreignKey("owner_id").references("account", "id").named("fk_owner")))
        .given("INSERT INTO account (id, name) VALUES (1, 'ann')")
        .change(
            "one that others refer to",
            new RenameTableOp(TableName.of("account"), Name.of("person")))
        .change("one with an index", new RenameTableOp(TableName.of("pet"), Name.of("Order")))
        .rows("SELECT name FROM account")
        .asRecorded();
  }
}
