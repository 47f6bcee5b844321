package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.schema.Identity;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

/** Columns change, and change back. */
class AlterColumnIT {
  private static Directives account(TestDatabase database) throws SQLException {
    return on(database)
        .given(Table.of(
            "account",
            column("id", integer()).primaryKey().autoincrement(false),
            column("name", string(50)).notNull().serverDefault("x"),
            column("age", integer())))
        .given("INSERT INTO account (id, name, age) VALUES (1, 'ann', 20)")
        .given(Table.of("flags", column("flag", smallInteger()), column("word", string(9))))
        .given("INSERT INTO flags (flag, word) VALUES (1, 'one')");
  }

  private static MigrateOperation alter(ColumnChange change) {
    return new AlterColumnOp(TableName.of("account"), change);
  }

  private static ColumnChange age() {
    return change("age")
        .existingType(integer())
        .existingNullable(true)
        .existingServerDefault((ServerDefault) null)
        .existingComment(null);
  }

  private static ColumnChange name() {
    return change("name")
        .existingType(string(50))
        .existingNullable(false)
        .existingServerDefault("x")
        .existingComment(null);
  }

  @ParameterizedTest
  @AllDatabases
  void oneThing(TestDatabase database) throws SQLException {
    account(database)
        .change("not null", alter(age().nullable(false)))
        .change("nullable", alter(name().nullable(true)))
        .change("a wider type", alter(age().type(bigInteger())))
        .change("a longer type", alter(name().type(string(100))))
        .change("a default", alter(age().serverDefault(literal(7))))
        .change("another default", alter(name().serverDefault("it's \\ y")))
        .change("no default", alter(name().dropServerDefault()))
        .change("a comment", alter(age().comment("it's \\ age")))
        .change("another name", alter(age().rename("years")))
        .change("a reserved name", alter(age().rename("order")))
        .rows("SELECT id, name, age FROM account")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void severalThings(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "all at once",
            alter(age()
                .type(bigInteger())
                .nullable(false)
                .serverDefault(literal(7))
                .comment("years")
                .rename("years")))
        .change("what is not there", alter(change("none").rename("x").existingType(integer())))
        .keep("a type without a reverse", alter(change("age").type(bigInteger())))
        .change("computed", alter(age().serverDefault(computed("id * 2"))))
        .rows("SELECT id, name, age FROM account")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void identities(TestDatabase database) throws SQLException {
    on(database)
        .given(Table.of(
            "account",
            column("id", integer()).notNull(),
            column("n", integer()).notNull().serverDefault(identity().start(3))))
        .change(
            "becomes one",
            alter(change("id")
                .serverDefault(Identity.always())
                .existingType(integer())
                .existingNullable(false)
                .existingServerDefault((ServerDefault) null)))
        .change(
            "changes",
            alter(change("n")
                .serverDefault(Identity.always().start(3).increment(5))
                .existingType(integer())
                .existingNullable(false)
                .existingServerDefault(identity().start(3).increment(1))))
        .change(
            "is none any more",
            alter(change("n")
                .dropServerDefault()
                .existingType(integer())
                .existingNullable(false)
                .existingServerDefault(identity().start(3))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MYSQL, DatabaseKind.MARIADB})
  void autoincrement(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "a key is numbered",
            alter(change("id")
                .autoincrement(true)
                .existingAutoincrement(false)
                .existingType(integer())
                .existingNullable(false)))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void using(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "a text becomes its length",
            new AlterColumnOp(
                TableName.of("flags"),
                change("word")
                    .type(integer())
                    .existingType(string(9))
                    .with("postgresql_using", "length(word)")))
        .rows("SELECT word FROM flags")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void typesWithChecks(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "a boolean with a check",
            new AlterColumnOp(
                TableName.of("flags"),
                change("flag")
                    .type(bool().checked("ck_flag"))
                    .existingType(smallInteger())
                    .existingNullable(true)
                    .with("postgresql_using", "flag = 1")))
        .rows("SELECT flag FROM flags")
        .asRecorded();
  }
}
