package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.Operations;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;

/** Indexes are created and dropped. */
class IndexDirectivesIT {
  private static final TableName ACCOUNT = TableName.of("account");

  private static Directives account(TestDatabase database) throws SQLException {
    return on(database)
        .given(Table.of(
            "account",
            column("id", integer()).primaryKey(),
            column("name", string(50)),
            column("bio", text()),
            column("age", integer())));
  }

  private static MigrateOperation create(Index index) {
    return new CreateIndexOp(index);
  }

  @ParameterizedTest
  @AllDatabases
  void plain(TestDatabase database) throws SQLException {
    account(database)
        .change("one column", create(index("ix_age").on("account", "age")))
        .change("several", create(index("ix_age").on("account", "age", "name")))
        .change("unique", create(index("ix_age").on("account", "age").unique()))
        .change("named by the convention", create(index().on("account", "age")))
        .change(
            "in another order",
            create(index("ix_age").on("account", descending(columnOf("age")), columnOf("name"))))
        .change(
            "over a function",
            create(index("ix_f").on("account", function("lower", columnOf("name")))))
        .change("over an expression", create(index("ix_f").on("account", sql("(age + 1)"))))
        .change("an odd name", create(index("Ix of \"age\"").on("account", "age")))
        .change(
            "only if it is not there",
            new CreateIndexOp(index("ix_age").on("account", "age"), true))
        .change(
            "dropped only if it is there",
            new DropIndexOp(Name.of("ix_none"), ACCOUNT, null, true, Options.NONE, null))
        .change(
            "dropped though it is not there", new DropIndexOp(Name.of("ix_none"), ACCOUNT, null))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void partial(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "where the database knows of it",
            create(index("ix_age")
                .on("account", "age")
                .unique()
                .with("postgresql_where", sql("age > 18"))
                .with("sqlite_where", sql("age > 18"))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void postgresql(TestDatabase database) throws SQLException {
    Index age = index("ix_age").on("account", "age");
    account(database)
        .change("include", create(age.unique().with("postgresql_include", List.of("name"))))
        .change("using", create(age.with("postgresql_using", "hash")))
        .change(
            "operator classes",
            create(index("ix_name")
                .on("account", "name")
                .with("postgresql_ops", Map.of("name", "varchar_pattern_ops"))))
        .change("parameters", create(age.with("postgresql_with", Map.of("fillfactor", 70))))
        .change("tablespace", create(age.with("postgresql_tablespace", "pg_default")))
        .change(
            "nulls not distinct", create(age.unique().with("postgresql_nulls_not_distinct", true)))
        .change("concurrently, in a transaction", create(age.with("postgresql_concurrently", true)))
        .change(
            "concurrently, outside one",
            new Alone(create(age.with("postgresql_concurrently", true))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MYSQL, DatabaseKind.MARIADB})
  void mysql(TestDatabase database) throws SQLException {
    account(database)
        .change(
            "a length",
            create(index("ix_bio")
                .on("account", "bio")
                .with("mysql_length", 20)
                .with("mariadb_length", 20)))
        .change(
            "lengths by columns",
            create(index("ix_bio")
                .on("account", "bio", "age")
                .with("mysql_length", Map.of("bio", 10))
                .with("mariadb_length", Map.of("bio", 10))))
        .change(
            "full text",
            create(index("ix_bio")
                .on("account", "bio")
                .with("mysql_prefix", "FULLTEXT")
                .with("mariadb_prefix", "FULLTEXT")))
        .change("using", create(index("ix_age").on("account", "age").with("mysql_using", "btree")))
        .asRecorded();
  }

  /** An operation outside the migration's transaction. */
  private record Alone(MigrateOperation operation) implements CustomOperation {
    @Override
    public void run(Operations op) {
      op.autocommitBlock(() -> op.invoke(operation));
    }

    @Override
    public Optional<MigrateOperation> reverse() {
      return operation.reverse().map(Alone::new);
    }
  }
}
