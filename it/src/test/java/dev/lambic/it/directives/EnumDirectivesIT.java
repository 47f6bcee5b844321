package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.EnumUse;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;

/** Enumerations: a type of its own on PostgreSQL, of the column on MySQL, a string elsewhere. */
class EnumDirectivesIT {
  private static final TableName TYPE = TableName.of("mood");
  private static final EnumType MOOD = enumeration("mood", "sad", "o'k");

  @ParameterizedTest
  @AllDatabases
  void asTypesOfColumns(TestDatabase database) throws SQLException {
    on(database)
        .change(
            "in a new table",
            new CreateTableOp(Table.of("t", column("m", MOOD).serverDefault("sad"))))
        .change("checked", new CreateTableOp(Table.of("t", column("m", MOOD.checked()))))
        .change(
            "as a string",
            new CreateTableOp(Table.of("t", column("m", MOOD.asString().checked()))))
        .change(
            "twice in a table",
            new CreateTableOp(Table.of("t", column("m", MOOD), column("n", MOOD))))
        .given(Table.of("u", column("id", integer())))
        .change("in a new column", new AddColumnOp(TableName.of("u"), column("m", MOOD)))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void asTypesOfTheirOwn(TestDatabase database) throws SQLException {
    on(database)
        .change("created", new CreateEnumOp(MOOD))
        .change("dropped", new DropEnumOp(TYPE, true, null))
        .change("a value", new AddEnumValueOp(TYPE, "new", false, null, false))
        .change("a value renamed", new RenameEnumValueOp(TYPE, "sad", "bad"))
        .change("replaced", new ReplaceEnumValuesOp(MOOD, List.of("sad"), List.of(), Map.of()))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void valuesInUse(TestDatabase database) throws SQLException {
    Directives directives = on(database)
        .given(new CreateEnumOp(MOOD))
        .given(Table.of(
            "t",
            column("id", integer()),
            column("m", MOOD.existing()).serverDefault("sad"),
            index("ix_m").on("t", "m")))
        .given("INSERT INTO t (id, m) VALUES (1, 'sad'), (2, 'o''k'), (3, NULL)")
        .change("a value has another name", new RenameEnumValueOp(TYPE, "sad", "it's \\ bad"))
        .keep("a value at the end", new AddEnumValueOp(TYPE, "great", false, null, false))
        .keep("a value in front", new AddEnumValueOp(TYPE, "awful", false, "sad", false))
        .keep("a value behind", new AddEnumValueOp(TYPE, "so so", false, "sad", true))
        .keep("a value that is there", new AddEnumValueOp(TYPE, "great", true, null, false))
        .change("dropped though it is in use", new DropEnumOp(TYPE, false, MOOD));
    EnumUse use = new EnumUse(TableName.of("t"), Name.of("m"), "sad");
    EnumType fewer = enumeration("mood", "o'k", "bad");
    directives
        .change(
            "the set is replaced, with rows",
            new ReplaceEnumValuesOp(
                fewer,
                List.of("awful", "sad", "so so", "o'k", "great"),
                List.of(use),
                Map.of("sad", "bad")))
        .rows("SELECT id, m FROM t ORDER BY id")
        .keep(
            "the set is replaced, for good",
            new ReplaceEnumValuesOp(fewer, List.of(), List.of(use), Map.of("sad", "bad")))
        .rows("SELECT id, m FROM t ORDER BY id")
        .keep(
            "a value in rows goes, without a replacement",
            new ReplaceEnumValuesOp(enumeration("mood", "bad"), List.of(), List.of(use), Map.of()))
        .rows("SELECT id, m FROM t ORDER BY id")
        .asRecorded();
  }
}
