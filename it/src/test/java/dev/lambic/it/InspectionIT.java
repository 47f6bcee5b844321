package dev.lambic.it;

import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.InspectionScope;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.it.runs.CountedCalls;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

/** What a catalogue is asked for does not depend on how much is in the database. */
class InspectionIT {

  /** Returns what creates tables of these numbers, each of which refers to the one before it. */
  private static List<String> tables(int from, int to) {
    List<String> statements = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String reference = i == 0
          ? ""
          : ", CONSTRAINT fk_" + i + " FOREIGN KEY (previous) REFERENCES customer_" + (i - 1)
              + " (id)";
      statements.add("CREATE TABLE customer_" + i + " (id INTEGER NOT NULL, email VARCHAR(200),"
          + " previous INTEGER, CONSTRAINT pk_" + i + " PRIMARY KEY (id), CONSTRAINT uq_" + i
          + " UNIQUE (email), CONSTRAINT ck_" + i + " CHECK (id > 0)" + reference + ")");
      statements.add("CREATE INDEX ix_" + i + " ON customer_" + i + " (email, id)");
    }
    return statements;
  }

  private static Snapshot read(TestDatabase database, CountedCalls calls) throws SQLException {
    try (Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection).connected(connection);
      return Inspector.of(dialect, calls.on(connection)).read(InspectionScope.DEFAULT_SCHEMA);
    }
  }

  @ParameterizedTest
  @AllDatabases
  void manyTablesAreReadWithAsManyQueriesAsFew(TestDatabase database) throws SQLException {
    database.execute(tables(0, 2));
    CountedCalls few = new CountedCalls(0, () -> {});
    assertThat(read(database, few).tables()).hasSize(2);
    database.execute(tables(2, 40));
    CountedCalls many = new CountedCalls(0, () -> {});
    assertThat(read(database, many).tables()).hasSize(40);
    assertThat(many.count()).isEqualTo(few.count()).isPositive();
  }

  @ParameterizedTest
  @AllDatabases
  void manyTablesThatAreAsTheyShouldBe_areComparedWithoutFurtherQueries(TestDatabase database)
      throws SQLException {
    database.execute(tables(0, 40));
    try (Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection).connected(connection);
      CountedCalls reading = new CountedCalls(0, () -> {});
      Inspector inspector = Inspector.of(dialect, reading.on(connection));
      MetaData model = new MetaData(inspector.read(InspectionScope.DEFAULT_SCHEMA).tables().stream()
          .map(inspector::asItIs)
          .toList());
      CountedCalls comparing = new CountedCalls(0, () -> {});
      AutogenerateContext context = new AutogenerateContext(
          comparing.on(connection),
          dialect,
          AutogenerateOptions.DEFAULT.compareServerDefault(true));
      assertThat(Autogenerate.compareMetadata(context, model)).isEmpty();
      assertThat(comparing.count()).isEqualTo(reading.count());
    }
  }

  /** The server keeps the expression of an index in other words than these. */
  private static Table searchable(int number) {
    String name = "searchable_" + number;
    return Table.of(
        name,
        column("id", integer()).notNull().autoincrement(false),
        column("name", string(50)),
        primaryKey("id"),
        index("ix_" + number).on(name, sql("lower(name)")));
  }

  private static List<Table> searchable(TestDatabase database) throws SQLException {
    List<Table> tables =
        IntStream.range(0, 100).mapToObj(InspectionIT::searchable).toList();
    try (Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection).connected(connection);
      for (Table table : tables) {
        database.execute(dialect.statements(new CreateTableOp(table)));
      }
    }
    return tables;
  }

  private static List<String> differences(
      TestDatabase database, CountedCalls calls, List<Table> model) throws SQLException {
    try (Connection connection = database.connect()) {
      AutogenerateContext context = new AutogenerateContext(
          calls.on(connection),
          Dialects.of(connection).connected(connection),
          AutogenerateOptions.DEFAULT);
      return Autogenerate.compareMetadata(context, new MetaData(model)).stream()
          .map(Difference::summary)
          .toList();
    }
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void tablesThatHaveToBeTriedOut_areTriedOutTogether(TestDatabase database) throws SQLException {
    List<Table> model = searchable(database);
    CountedCalls calls = new CountedCalls(0, () -> {});
    assertThat(differences(database, calls, model)).isEmpty();
    assertThat(calls.count() / 2).isLessThan(model.size());
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void aTableThatTheServerRefuses_leavesTheOthersTriedOut(TestDatabase database)
      throws SQLException {
    List<Table> model = new ArrayList<>(searchable(database));
    model.set(
        50,
        Table.of(
            "searchable_50",
            column("id", integer()).notNull().autoincrement(false),
            column("name", string(50)),
            primaryKey("id"),
            check("nosuch(id)").named("ck_50"),
            index("ix_50").on("searchable_50", sql("lower(name)"))));
    assertThat(differences(database, new CountedCalls(0, () -> {}), model))
        .as("the index of that table may be the same, and is left alone")
        .containsExactly("add check 'ck_50' of table 'searchable_50'");
  }
}
