package dev.lambic.it.differences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database is made from one model, and led to another and back. Each time what differs is found, and nothing else; the
 * operations leave nothing to be found; their reverse leaves the catalogue as it was; and at the end it is as in the
 * beginning.
 */
final class BothWays {
  private final MetaData first;
  private final MetaData second;
  private AutogenerateOptions options =
      AutogenerateOptions.DEFAULT.compareServerDefault(true).allowDestructive(true);
  private List<String> forth = List.of();
  private List<String> back = List.of();

  private BothWays(MetaData first, MetaData second) {
    this.first = first;
    this.second = second;
  }

  static BothWays between(MetaData first, MetaData second) {
    return new BothWays(first, second);
  }

  static BothWays between(Table first, Table second) {
    return between(MetaData.of(first), MetaData.of(second));
  }

  /** Says what is found in the database of the first model by the second. */
  BothWays forth(String... differences) {
    forth = List.of(differences);
    return this;
  }

  /** Says what is found in the database of the second model by the first. */
  BothWays back(String... differences) {
    back = List.of(differences);
    return this;
  }

  /** Says what is found either way. */
  BothWays each(String... differences) {
    return forth(differences).back(differences);
  }

  BothWays inAllSchemas() {
    options = options.includeSchemas(true);
    return this;
  }

  BothWays withRemovedSequences() {
    options = options.plugins(
        "alembic.autogenerate.*", "lambic.autogenerate.*", "lambic.autogenerate.sequences.removed");
    return this;
  }

  /** Asserts that what differs is no operation, but is pointed out. */
  void isPointedOut(TestDatabase database, String text) throws SQLException {
    try (Connection connection = database.connect()) {
      Walk walk = new Walk(database, connection, options);
      walk.to(first);
      assertThat(Autogenerate.compareMetadata(walk.context(), second)).isEmpty();
      assertThat(walk.script(second).findings()).extracting(Finding::text).containsExactly(text);
    }
  }

  /** Asserts that the models say the same, to this database. */
  void isTheSame(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Walk walk = new Walk(database, connection, options);
      walk.to(first);
      walk.isMadeOf(second);
    }
  }

  void on(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Walk walk = new Walk(database, connection, options);
      walk.to(first);
      Catalogue start = walk.catalogue();
      walk.thereAndBack(second, forth);
      walk.to(second);
      walk.thereAndBack(first, back);
      walk.to(first);
      assertThat(walk.catalogue().changesSince(start)).as("there and back").isEmpty();
    }
  }

  /** Does it on one connection. */
  private record Walk(
      TestDatabase database, Connection connection, Dialect dialect, AutogenerateOptions options) {
    Walk(TestDatabase database, Connection connection, AutogenerateOptions options)
        throws SQLException {
      this(
          database,
          connection,
          MigrationContext.configure(connection).dialect().connected(connection),
          options);
    }

    Catalogue catalogue() throws SQLException {
      return database.catalogue(connection).inAnyColumnOrder();
    }

    private AutogenerateContext context() {
      return new AutogenerateContext(
          connection,
          dialect,
          options.renderAsBatch(!dialect.supports(Capability.ALTER_CONSTRAINTS)));
    }

    private MigrationScript script(MetaData model) {
      return Autogenerate.produceMigrations(context(), model).get(0);
    }

    private void run(List<dev.lambic.operations.MigrateOperation> operations) {
      Operations op = new Operations(MigrationContext.configure(connection));
      operations.forEach(op::invoke);
    }

    void to(MetaData model) {
      run(script(model).upgradeOps().operations());
      isMadeOf(model);
    }

    void isMadeOf(MetaData model) {
      assertThat(Autogenerate.compareMetadata(context(), model))
          .extracting(Difference::summary)
          .isEmpty();
      assertThat(script(model).findings()).extracting(Finding::text).isEmpty();
    }

    void thereAndBack(MetaData model, List<String> differences) throws SQLException {
      assertThat(Autogenerate.compareMetadata(context(), model))
          .extracting(Difference::summary)
          .containsExactlyElementsOf(differences);
      MigrationScript script = script(model);
      assertThat(script.findings()).extracting(Finding::text).isEmpty();
      Catalogue before = catalogue();
      run(script.upgradeOps().operations());
      assertThat(catalogue().changesSince(before)).as("what changes").isNotEmpty();
      run(script.downgradeOps().operations());
      assertThat(catalogue().changesSince(before)).as("what is not undone").isEmpty();
    }
  }
}
