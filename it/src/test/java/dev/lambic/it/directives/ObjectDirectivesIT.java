package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropSchemaOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

/** Comments, sequences and schemas come and go. */
class ObjectDirectivesIT {
  private static final TableName ACCOUNT = TableName.of("account");

  @ParameterizedTest
  @AllDatabases
  void tableComments(TestDatabase database) throws SQLException {
    on(database)
        .given(Table.of("account", column("id", integer()).primaryKey()))
        .change("the first", new CreateTableCommentOp(ACCOUNT, "it's \\ here", null))
        .keep("one that stays", new CreateTableCommentOp(ACCOUNT, "first", null))
        .change("another", new CreateTableCommentOp(ACCOUNT, "second", "first"))
        .change("none any more", new DropTableCommentOp(ACCOUNT, "first"))
        .asRecorded();
  }

  private static MigrateOperation sequence(SequenceOptions options) {
    return new CreateSequenceOp(Sequence.of("numbers").with(options), false);
  }

  @ParameterizedTest
  @AllDatabases
  void sequences(TestDatabase database) throws SQLException {
    SequenceOptions none = SequenceOptions.NONE;
    on(database)
        .change("plain", sequence(none))
        .change("start and increment", sequence(none.start(5L).increment(2L)))
        .change("limits", sequence(none.minValue(3L).maxValue(99L)))
        .change("cycle", sequence(none.maxValue(99L).cycle(true)))
        .change("cache", sequence(none.cache(7L)))
        .change("no limits", sequence(none.withoutMinValue().withoutMaxValue()))
        .change("only if it is not there", new CreateSequenceOp(Sequence.of("numbers"), true))
        .change("dropped only if it is there", new DropSequenceOp(TableName.of("none"), true, null))
        .change(
            "numbers of a column",
            new Together(
                sequence(none.start(5L)),
                new CreateTableOp(
                    Table.of("t", column("id", integer()).serverDefault(nextValue("numbers"))))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void schemas(TestDatabase database) throws SQLException {
    String name = database.name() + "_own";
    TableName table = TableName.of(name, "t");
    on(database)
        .change("one", new CreateSchemaOp(Name.of(name), false))
        .change(
            "an odd name", new CreateSchemaOp(Name.of(database.name() + "_O'dd \"name\""), false))
        .change("only if it is not there", new CreateSchemaOp(Name.of(name), true))
        .keep("dropped only if it is there", new DropSchemaOp(Name.of(name), true, false))
        .change(
            "with a table in it",
            new Together(
                new CreateSchemaOp(Name.of(name), false),
                new CreateTableOp(Table.of(table, column("id", integer()).primaryKey())),
                new AddColumnOp(table, column("name", string(50)).indexed()),
                new CreateIndexOp(index("ix_both").on(table, "id", "name"))))
        .change(
            "a table that is renamed",
            new Together(
                new CreateSchemaOp(Name.of(name), false),
                new CreateTableOp(Table.of(table, column("id", integer()).primaryKey())),
                new RenameTableOp(table, Name.of("u"))))
        .keep("once more", new CreateSchemaOp(Name.of(name), false))
        .keep("a table in it", new CreateTableOp(Table.of(table, column("id", integer()))))
        .change("dropped though it is not empty", new DropSchemaOp(Name.of(name), false, false))
        .change("with all that is in it", new DropSchemaOp(Name.of(name), false, true))
        .asRecorded();
  }
}
