package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.operations.BatchSettings.ALWAYS;
import static dev.lambic.operations.BatchSettings.AUTO;
import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** A table changes by several operations at once: in place, or built anew. */
class BatchIT {
  private static final TableName PET = TableName.of("pet");

  /** A table with one of each thing that hangs on a table. */
  private static final Table FULL = Table.of(
      "pet",
      column("id", integer()).primaryKey().autoincrement(false),
      column("name", string(50)).notNull().serverDefault("it's"),
      column("age", integer()),
      column("owner_id", integer()),
      unique("name", "age").named("uq_pet"),
      check("age > 0").named("ck_pet"),
      foreignKey("owner_id")
          .references("account", "id")
          .named("fk_pet")
          .onDelete(ReferentialAction.CASCADE),
      index("ix_pet").on("pet", "age", "name"));

  private static Directives pets(TestDatabase database) throws SQLException {
    return on(database)
        .given(Table.of("account", column("id", integer()).primaryKey()), FULL)
        .given("INSERT INTO account (id) VALUES (1)")
        .given("INSERT INTO pet (id, name, age, owner_id) VALUES (1, 'rex', 3, 1)")
        .given("INSERT INTO pet (id, age) VALUES (2, 4)");
  }

  private static BatchAlterTableOp batch(BatchSettings settings, MigrateOperation... operations) {
    return new BatchAlterTableOp(PET, List.of(operations), settings);
  }

  private static MigrateOperation rename() {
    return new AlterColumnOp(
        PET,
        change("age")
            .rename("years")
            .type(bigInteger())
            .existingType(integer())
            .existingNullable(true)
            .existingServerDefault((ServerDefault) null));
  }

  @ParameterizedTest
  @AllDatabases
  void inPlaceWhereTheDatabaseCan(TestDatabase database) throws SQLException {
    pets(database)
        .change(
            "a column and an index",
            batch(
                AUTO,
                new AddColumnOp(PET, column("kind", string(20)).serverDefault("dog")),
                new CreateIndexOp(index("ix_kind").on("pet", "kind"))))
        .change(
            "a constraint", batch(AUTO, new AddConstraintOp(PET, unique("name").named("uq_name"))))
        .change("another type and name", batch(AUTO, rename()))
        .rows("SELECT id, name, age, owner_id FROM pet ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void builtAnew(TestDatabase database) throws SQLException {
    pets(database)
        .keep("nothing changes", batch(ALWAYS.copyFrom(FULL)))
        .keep(
            "a column changes, one comes, one goes",
            batch(
                ALWAYS.copyFrom(FULL),
                new AlterColumnOp(PET, change("name").rename("label").type(string(100))),
                new AddColumnOp(PET, column("kind", string(20)).notNull().serverDefault("dog")),
                new DropColumnOp(PET, Name.of("owner_id"), null)))
        .rows("SELECT id, label, age, kind FROM pet ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void builtAnew_fromWhatTheDatabaseSays(TestDatabase database) throws SQLException {
    pets(database)
        .keep("nothing changes", batch(ALWAYS))
        .keep("a column changes", batch(ALWAYS, rename()))
        .keep("a column goes", batch(ALWAYS, new DropColumnOp(PET, Name.of("owner_id"), null)))
        .rows("SELECT * FROM pet ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void anEnumerationIsThereAlready(TestDatabase database) throws SQLException {
    Table moods =
        Table.of("pet", column("id", integer()), column("m", enumeration("mood", "a", "b")));
    on(database)
        .given(moods)
        .given("INSERT INTO pet (id, m) VALUES (1, 'a')")
        .keep(
            "built anew",
            batch(ALWAYS.copyFrom(moods), new AddColumnOp(PET, column("n", integer()))))
        .rows("SELECT id, m, n FROM pet")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void aRowThatDoesNotFit_leavesTheOldTable(TestDatabase database) throws SQLException {
    pets(database)
        .change(
            "a check that a row does not meet",
            batch(
                ALWAYS.copyFrom(FULL),
                new AddConstraintOp(PET, check("age < 4").named("ck_young"))))
        .rows("SELECT id, name, age, owner_id FROM pet ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void aTableThatOthersReferTo(TestDatabase database) throws SQLException {
    Table account = Table.of("account", column("id", integer()).primaryKey());
    pets(database)
        .change(
            "is built anew",
            new BatchAlterTableOp(
                account.name(),
                List.of(new AddColumnOp(account.name(), column("n", integer()))),
                ALWAYS.copyFrom(account)))
        .rows("SELECT id FROM account")
        .rows("SELECT id, name, owner_id FROM pet ORDER BY id")
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void aTableWithATrigger(TestDatabase database) throws SQLException {
    pets(database)
        .given(Triggers.onInsertInto("pet", database.kind()))
        .keep(
            "is built anew",
            batch(ALWAYS.copyFrom(FULL), new AddColumnOp(PET, column("n", integer()))))
        .asRecorded();
  }
}
