package dev.lambic.it.directives;

import static dev.lambic.operations.SqlStatement.statement;
import static dev.lambic.schema.Schema.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Odd names and values arrive as they are, or are refused before anything runs. The golden files hold what is refused,
 * and why.
 */
class OdditiesIT {
  /** An object of an odd name; the number makes other names unique. */
  private interface Making extends BiFunction<String, Integer, MigrateOperation> {}

  @ParameterizedTest
  @AllDatabases
  void tables(TestDatabase database) throws SQLException {
    names(
        "tables",
        database,
        (name, n) -> new CreateTableOp(Table.of(name, column("a", integer()))),
        catalogue -> catalogue.tables().stream().map(Catalogue.Table::name));
  }

  @ParameterizedTest
  @AllDatabases
  void columns(TestDatabase database) throws SQLException {
    names(
        "columns",
        database,
        (name, n) -> new CreateTableOp(Table.of("t" + n, column(name, integer()))),
        catalogue -> catalogue.tables().stream()
            .flatMap(table -> table.columns().stream().map(Catalogue.Column::name)));
  }

  @ParameterizedTest
  @AllDatabases
  void indexes(TestDatabase database) throws SQLException {
    names(
        "indexes",
        database,
        (name, n) -> new Together(
            new CreateTableOp(Table.of("t" + n, column("a", integer()))),
            new CreateIndexOp(index(name).on("t" + n, "a"))),
        catalogue -> catalogue.tables().stream()
            .flatMap(table -> table.indexes().stream().map(index -> String.valueOf(index.name()))));
  }

  @ParameterizedTest
  @AllDatabases
  void constraints(TestDatabase database) throws SQLException {
    names(
        "constraints",
        database,
        (name, n) -> new CreateTableOp(
            Table.of("t" + n, column("a", integer()), unique("a").named(name))),
        catalogue -> catalogue.tables().stream()
            .flatMap(table ->
                table.constraints().stream().map(constraint -> String.valueOf(constraint.name()))));
  }

  @ParameterizedTest
  @AllDatabases
  void sequences(TestDatabase database) throws SQLException {
    names(
        "sequences",
        database,
        (name, n) -> new CreateSequenceOp(Sequence.of(name), false),
        catalogue -> catalogue.objects("sequence").stream().map(Catalogue.Thing::name));
  }

  @ParameterizedTest
  @AllDatabases
  void schemas(TestDatabase database) throws SQLException {
    // What belongs to the test begins with its name on MySQL and MariaDB.
    String prefix = database.kind().isMySqlFamily() ? database.name() + "_" : "";
    names(
        "schemas",
        database,
        (name, n) -> new CreateSchemaOp(
            Name.of(prefix + (name.length() > 60 ? name.substring(prefix.length()) : name)), false),
        catalogue -> catalogue.objects("schema").stream()
            .map(schema -> schema.name())
            .flatMap(name -> Stream.of(
                name.replace(prefix, ""),
                "l".repeat(prefix.length()) + name.replace(prefix, ""),
                "é".repeat(prefix.length()) + name.replace(prefix, ""))));
  }

  private static void names(
      String test, TestDatabase database, Making making, Function<Catalogue, Stream<String>> stored)
      throws SQLException {
    try (Connection connection = database.connect()) {
      RecordingContext context = context(connection);
      Attempts attempts = new Attempts(OdditiesIT.class, database);
      List<String> created = new ArrayList<>();
      int n = 0;
      for (String name : Oddities.names(context.dialect())) {
        int number = n++;
        attempts.attempt(name, () -> {
          context.invoke(making.apply(name, number));
          boolean isPlain = context.dialect().quote(Name.of(name)).equals(name);
          created.add(isPlain ? database.stored(name) : name);
        });
      }
      assertThat(stored.apply(database.catalogue(connection))).containsAll(created);
      attempts.asRecorded(test);
    }
  }

  private static RecordingContext context(Connection connection) throws SQLException {
    return new RecordingContext(
        connection, ContextOptions.builder().connection(connection).build());
  }

  /** Writes a value into the database, and returns what has arrived. */
  private interface RoundTrip {
    String of(RecordingContext context, String value, int number) throws SQLException;
  }

  private static void values(String test, TestDatabase database, RoundTrip roundTrip)
      throws SQLException {
    try (Connection connection = database.connect()) {
      RecordingContext context = context(connection);
      Attempts attempts = new Attempts(OdditiesIT.class, database);
      int n = 0;
      for (String value : Oddities.values()) {
        int number = n++;
        attempts.attempt(
            value,
            () -> assertThat(roundTrip.of(context, value, number))
                .as(Oddities.shown(value))
                .isEqualTo(value));
      }
      attempts.asRecorded(test);
    }
  }

  @ParameterizedTest
  @AllDatabases
  void rows(TestDatabase database) throws SQLException {
    List<Column> columns = List.of(column("id", integer()), column("v", text()));
    Table table = new Table(TableName.of("t"), columns, List.of());
    try (Connection connection = database.connect()) {
      context(connection).invoke(new CreateTableOp(table));
    }
    values("rows", database, (context, value, n) -> {
      context.invoke(new BulkInsertOp(table.name(), columns, List.of(List.of(n, value)), true));
      return read(context, "SELECT v FROM t WHERE id = " + n);
    });
  }

  @ParameterizedTest
  @AllDatabases
  void valuesOfStatements(TestDatabase database) throws SQLException {
    database.execute("CREATE TABLE t (id INTEGER, v VARCHAR(1000))");
    values("valuesOfStatements", database, (context, value, n) -> {
      new Operations(context)
          .execute(
              statement("INSERT INTO t (id, v) VALUES (:id, :v)").bind("id", n).bind("v", value));
      return read(context, "SELECT v FROM t WHERE id = " + n);
    });
  }

  @ParameterizedTest
  @AllDatabases
  void defaults(TestDatabase database) throws SQLException {
    values("defaults", database, (context, value, n) -> {
      context.invoke(new CreateTableOp(Table.of(
          "t" + n, column("id", integer()), column("v", string(1000)).serverDefault(value))));
      context.execute("INSERT INTO t" + n + " (id) VALUES (1)");
      return read(context, "SELECT v FROM t" + n);
    });
  }

  @ParameterizedTest
  @AllDatabases
  void labels(TestDatabase database) throws SQLException {
    values("labels", database, (context, value, n) -> {
      EnumType type = enumeration("e" + n, "other", value).checked();
      Table table = Table.of("t" + n, column("v", type));
      context.invoke(new CreateTableOp(table));
      context.invoke(
          new BulkInsertOp(table.name(), table.columns(), List.of(List.of(value)), true));
      return read(context, "SELECT v FROM t" + n);
    });
  }

  @ParameterizedTest
  @AllDatabases
  void comments(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      RecordingContext context = context(connection);
      Attempts attempts = new Attempts(OdditiesIT.class, database);
      Map<String, String> created = new LinkedHashMap<>();
      int n = 0;
      for (String value : Oddities.values()) {
        String name = "t" + n++;
        attempts.attempt(value, () -> {
          context.invoke(new CreateTableOp(
              Table.of(name, column("a", integer()).comment(value)).comment(value)));
          context.invoke(new CreateTableCommentOp(TableName.of(name), value, value));
          created.put(database.stored(name), value);
        });
      }
      Catalogue catalogue = database.catalogue(connection);
      created.forEach((name, value) -> assertThat(catalogue.table(name))
          .satisfies(table ->
              assertThat(Objects.requireNonNullElse(table.comment(), "")).isEqualTo(value))
          .satisfies(
              table -> assertThat(table.columns().get(0).comment()).isEqualTo(table.comment())));
      attempts.asRecorded("comments");
    }
  }

  @ParameterizedTest
  @AllDatabases
  void everyKeywordIsAName(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      RecordingContext context = context(connection);
      List<Column> columns = Keywords.of(connection, database.kind()).stream()
          .map(word -> column(word, integer()))
          .toList();
      context.invoke(new CreateTableOp(new Table(TableName.of("t"), columns, List.of())));
      assertThat(database.catalogue(connection).table(database.stored("t")).columns())
          .hasSameSizeAs(columns);
    }
  }

  private static String read(RecordingContext context, String sql) throws SQLException {
    try (Statement statement = context.getBind().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
