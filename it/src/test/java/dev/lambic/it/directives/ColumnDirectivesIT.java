package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

/** Columns are added and dropped. */
class ColumnDirectivesIT {
  private static final TableName ACCOUNT = TableName.of("account");
  private static final TableName PET = TableName.of("pet");

  private static Directives account(TestDatabase database) throws SQLException {
    return on(database)
        .given(Table.of("account", column("id", integer()).primaryKey(), column("age", integer())))
        .given(Table.of("pet", column("name", string(50))))
        .given("INSERT INTO account (id, age) VALUES (1, 20)");
  }

  private static MigrateOperation add(Column column) {
    return new AddColumnOp(ACCOUNT, column);
  }

  private static MigrateOperation add(
      TableName table, Column column, boolean ifNotExists, boolean references, boolean key) {
    return new AddColumnOp(table, column, ifNotExists, references, key, null);
  }

  @ParameterizedTest
  @AllDatabases
  void addColumn(TestDatabase database) throws SQLException {
    account(database)
        .change("nullable", add(column("email", string(320))))
        .change(
            "not null with a default", add(column("email", string(9)).notNull().serverDefault("x")))
        .change(
            "a number as its default", add(column("level", integer()).serverDefault(literal(7))))
        .change("an expression as its default", add(column("at", dateTime()).serverDefault(now())))
        .change("a reserved name", add(column("order", integer())))
        .change("mixed case", add(column("LastName", string(50))))
        .change("a comment", add(column("email", string(320)).comment("it's \\ here")))
        .change("computed", add(column("twice", integer()).serverDefault(computed("age * 2"))))
        .change(
            "computed and stored",
            add(column("twice", integer()).serverDefault(computed("age * 2").stored())))
        .change(
            "an identity",
            new AddColumnOp(PET, column("n", integer()).notNull().serverDefault(identity())))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void addColumn_withAConstraint(TestDatabase database) throws SQLException {
    account(database)
        .change("unique", add(column("email", string(320)).unique()))
        .change("an index", add(column("email", string(320)).indexed()))
        .change("a unique index", add(column("email", string(320)).unique().indexed()))
        .change(
            "a check", add(column("level", integer()).check(check("level > 0").named("ck_level"))))
        .change(
            "a foreign key",
            new AddColumnOp(
                PET,
                column("owner_id", integer())
                    .references(foreignKey("owner_id")
                        .references("account", "id")
                        .named("fk_owner")
                        .onDelete(ReferentialAction.CASCADE))))
        .change("a boolean with a check", add(column("b", bool().checked("ck_b"))))
        .change(
            "an enumeration with a check",
            add(column("e", enumeration("mood", "a", "b").checked())))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void addColumn_withOptions(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "only if it is not there, new",
            add(ACCOUNT, column("n", integer()), true, false, false))
        .keep(
            "only if it is not there, old",
            add(ACCOUNT, column("age", integer()), true, false, false))
        .change(
            "an inline primary key",
            add(PET, column("id", integer()).primaryKey(), false, false, true))
        .change(
            "an inline foreign key",
            add(
                PET,
                column("owner_id", integer())
                    .references(foreignKey("owner_id")
                        .references("account", "id")
                        .onDelete(ReferentialAction.SET_NULL)),
                false,
                true,
                false))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void dropColumn(TestDatabase database) throws SQLException {
    account(database)
        .given(Table.of(
            "t",
            column("a", integer()),
            column("b", integer()).notNull().serverDefault(literal(1)),
            column("c", integer()),
            index("ix_c").on("t", "c"),
            unique("b").named("uq_b")))
        .change("the last one", new DropColumnOp(ACCOUNT, Name.of("age"), column("age", integer())))
        .change(
            "one in the middle",
            new DropColumnOp(TableName.of("t"), Name.of("a"), column("a", integer())))
        .change(
            "one with an index",
            new DropColumnOp(TableName.of("t"), Name.of("c"), column("c", integer())))
        .change("one that is unique", new DropColumnOp(TableName.of("t"), Name.of("b"), null))
        .change(
            "only if it is there",
            new DropColumnOp(ACCOUNT, Name.of("nothing"), true, Options.NONE, null))
        .change("one that is not there", new DropColumnOp(ACCOUNT, Name.of("nothing"), null))
        .asRecorded();
  }
}
