package dev.lambic.it;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.command.Command;
import dev.lambic.command.GeneratedRevision;
import dev.lambic.config.Config;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** From a model to a class, and through javac to the database: nothing is lost on the way. */
class AutogenerateRoundTripIT {
  @TempDir
  Path directory;

  private static Config config(TestDatabase database, ScriptDirectory history, MetaData model)
      throws SQLException {
    Dialect dialect;
    try (Connection connection = database.connect()) {
      dialect = Dialects.of(connection);
    }
    AutogenerateOptions options = AutogenerateOptions.DEFAULT
        .compareServerDefault(true)
        .allowDestructive(true)
        .renderAsBatch(!dialect.supports(Capability.ALTER_CONSTRAINTS));
    return Config.builder()
        .dataSource(database.dataSource())
        .scriptDirectory(history)
        .option(TargetMetadata.OPTION, TargetMetadata.of(model))
        .option(AutogenerateOptions.OPTION, options)
        .listener(new MigrationListener() {})
        .build();
  }

  private static ScriptDirectory grown(
      WrittenHistory written, TestDatabase database, ScriptDirectory history, MetaData model)
      throws SQLException, IOException {
    Command command = new Command(config(database, history, model));
    List<GeneratedRevision> generated =
        command.autogenerate(RevisionRequest.builder("next").build());
    generated.forEach(written::write);
    return written.compiled();
  }

  private static boolean supports(TestDatabase database, Capability capability)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return Dialects.of(connection).supports(capability);
    }
  }

  @ParameterizedTest
  @AllDatabases
  void aModelBecomesClasses_thatMakeIt_andTakeItAway(TestDatabase database)
      throws SQLException, IOException {
    boolean comments = supports(database, Capability.COMMENTS);
    MetaData first = MetaData.of(
        AutogenerateIT.parent(comments),
        AutogenerateIT.child(),
        AutogenerateIT.types(),
        AutogenerateIT.before(),
        Table.of("old", column("id", integer()).primaryKey()));
    Table fresh = Table.of(
        "brand_new",
        column("id", integer()).primaryKey(),
        column("parent_id", integer()).references("parent", "id").indexed());
    MetaData second = MetaData.of(
        AutogenerateIT.parent(comments),
        AutogenerateIT.child(),
        AutogenerateIT.types(),
        AutogenerateIT.after(),
        fresh);
    try (WrittenHistory written = new WrittenHistory(directory)) {
      ScriptDirectory empty = ScriptDirectory.of(List.of());
      new Command(config(database, empty, first)).ensureVersion();
      Catalogue nothing = own(database.catalogue());

      ScriptDirectory history = grown(written, database, empty, first);
      Command one = new Command(config(database, history, first));
      one.upgrade("head");
      assertThat(one.check().differences()).isEmpty();
      Catalogue start = own(database.catalogue());

      history = grown(written, database, history, second);
      Command two = new Command(config(database, history, second));
      two.upgrade("head");
      assertThat(two.check().differences()).isEmpty();

      two.downgrade("-1");
      assertThat(
              own(database.catalogue()).inAnyColumnOrder().changesSince(start.inAnyColumnOrder()))
          .isEmpty();
      two.downgrade("base");
      assertThat(own(database.catalogue()).changesSince(nothing)).isEmpty();
    }
  }

  /** Leaves out what runs keep for themselves. */
  static Catalogue own(Catalogue catalogue) {
    return new Catalogue(
        catalogue.tables().stream()
            .filter(table -> !table.name().regionMatches(true, 0, "alembic_version", 0, 15))
            .toList(),
        catalogue.objects());
  }
}
