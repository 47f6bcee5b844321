package dev.lambic.benchmarks;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.Migration;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.LambicException;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.RevisionRequest;
import dev.lambic.script.ScriptDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that another tool has brought as far as it is, taken over as docs/coming-from-*.md say. */
class TakeOverTest {
  private static final String CREATE =
      "CREATE TABLE account (id INT PRIMARY KEY, name VARCHAR(20))";

  private final JdbcDataSource database = new JdbcDataSource();

  @TempDir
  private Path folder;

  @BeforeEach
  void open() {
    database.setURL("jdbc:h2:" + folder.resolve("shop"));
  }

  /** What the other tool has done so far as one revision, and one more. */
  private static final class Shop implements RevisionIndex {
    @Override
    public List<RevisionEntry> revisions() {
      return List.of(
          RevisionEntry.builder("baseline", "Baseline").build(),
          RevisionEntry.builder("email", "Email").downRevision("baseline").build());
    }

    @Override
    public Migration create(int position) {
      return position == 0
          ? op -> op.execute(CREATE)
          : op -> op.addColumn("account", column("email", string(20)));
    }
  }

  private Config.Builder config() {
    return Config.builder()
        .dataSource(database)
        .scriptDirectory(ScriptDirectory.of(List.of(new Shop())))
        .listener(new MigrationListener() {});
  }

  private List<String> query(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void isTakenOver() throws Exception {
    Command command = new Command(config().build());
    command.stamp("baseline");
    assertThat(command.upgrade("heads").steps()).hasSize(1);
    assertThat(query("SELECT version_num FROM alembic_version")).containsExactly("email");
    assertThat(query("SELECT email FROM account")).isEmpty();
    Table account = Table.of(
        "account",
        column("id", integer()).primaryKey().autoincrement(false),
        column("name", string(20)),
        column("email", string(20)));
    Command comparing = new Command(config()
        .option(TargetMetadata.OPTION, TargetMetadata.of(MetaData.of(account)))
        .option(AutogenerateOptions.OPTION, AutogenerateOptions.DEFAULT)
        .build());
    assertThat(comparing.check().differences()).isEmpty();
  }

  private void baselineHasTheAccountAlone() throws LambicException {
    Command nothingYet =
        new Command(config().scriptDirectory(ScriptDirectory.of(List.of())).build());
    assertThat(nothingYet
            .baseline(RevisionRequest.builder("baseline").build(), false)
            .script()
            .upgradeOps()
            .operations())
        .singleElement()
        .isInstanceOf(CreateTableOp.class);
  }

  @Test
  void whatFlywayHasBegun_goesOn_andFlywayStillFindsItsOwn() throws Exception {
    Files.writeString(folder.resolve("V1__account.sql"), CREATE + ";");
    Flyway flyway = Flyway.configure()
        .dataSource(database)
        .locations("filesystem:" + folder)
        .load();
    flyway.migrate();

    baselineHasTheAccountAlone();
    isTakenOver();
    flyway.validate();
    assertThat(flyway.info().pending()).isEmpty();
  }

  @Test
  void whatLiquibaseHasBegun_goesOn_andLiquibaseStillFindsItsOwn() throws Exception {
    System.setProperty("liquibase.analytics.enabled", "false");
    Files.writeString(
        folder.resolve("shop.sql"),
        "--liquibase formatted sql\n\n--changeset ada:1\n" + CREATE + ";\n");
    update();

    baselineHasTheAccountAlone();
    isTakenOver();
    update();
    assertThat(query("SELECT COUNT(*) FROM databasechangelog")).containsExactly("1");
  }

  private void update() throws Exception {
    Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
      try (Connection connection = database.getConnection();
          DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
        Liquibase liquibase = new Liquibase(
            "shop.sql",
            files,
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
      }
    });
  }
}
