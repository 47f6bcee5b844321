package dev.lambic.runtime;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.RevisionException;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationContextTest extends RunFixture {
  @Test
  void aFreshDatabaseStandsOnNothing() {
    MigrationContext context = MigrationContext.configure(connection);
    assertThat(context.getCurrentRevision()).isEmpty();
    assertThat(context.getCurrentHeads()).isEmpty();
    assertThat(h2.tables()).containsExactly("NOTE");
  }

  @Test
  void stampNamesTheRevision() {
    ScriptDirectory script = History.graph("a1 -> b2");
    MigrationContext context = MigrationContext.configure(connection);
    context.stamp(script, "head");
    assertThat(context.getCurrentRevision()).contains("b2");
    context.stamp(script, "base");
    assertThat(context.getCurrentRevision()).isEmpty();
  }

  @Test
  void theCurrentRevisionIsAnErrorWhereThereAreSeveral() {
    ScriptDirectory script = History.graph("a1 -> b2", "a1 -> c3");
    MigrationContext context = MigrationContext.configure(connection);
    context.stamp(script, "heads");
    assertThat(context.getCurrentHeads()).containsExactly("b2", "c3");
    assertThatThrownBy(context::getCurrentRevision)
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [multiple-current-revisions] The database stands on 2 revisions, not on one.
              in database: b2, c3
              fix: ask for all of them: 'getCurrentHeads()'.""");
  }

  @Test
  void executeSaysHowManyRowsChanged() {
    MigrationContext context = MigrationContext.configure(connection);
    assertThat(context.execute("INSERT INTO note VALUES ('a'), ('b')")).isEqualTo(2);
    assertThat(context.execute("SELECT * FROM note")).isZero();
    assertThat(context.execute("CREATE TABLE other (i INT)")).isZero();
  }

  @Test
  void bracesAndQuestionMarksReachTheDatabaseAsTheyAre() {
    MigrationContext.configure(connection).execute(note("{d ?} {"));
    assertThat(notes()).containsExactly("{d ?} {");
  }

  @Test
  void aMigrationMayCatchAFailedStatementAndGoOn() {
    ScriptDirectory script = oneRevision(op -> {
          try {
            op.execute("DROP TABLE not_there");
          } catch (MigrationException e) {
            op.execute(note("was not there"));
          }
        })
        .scriptDirectory();
    upgrading(script).runMigrations();
    assertThat(notes()).containsExactly("was not there");
  }

  @Test
  void aQueryOnTheConnectionSeesWhatTheMigrationHasDone() {
    ScriptDirectory script = oneRevision(op -> {
          op.execute(note("a"));
          try (Statement statement = op.getBind().createStatement()) {
            statement.execute("INSERT INTO note SELECT text || '!' FROM note");
          }
        })
        .scriptDirectory();
    upgrading(script).runMigrations();
    assertThat(notes()).containsExactly("a", "a!");
  }

  @Test
  void aContextNeedsAConnection() {
    assertThatThrownBy(() -> MigrationContext.configure(ContextOptions.builder().build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [missing-option] The context has no connection to run on.
              fix:
                1. give 'ContextOptions.builder()' a 'connection'.
                2. give it an 'outputBuffer' and a 'dialectName', to write a script.""");
  }

  @Test
  void aClosedConnectionIsSaidToBeOne() throws SQLException {
    connection.close();
    assertThatThrownBy(() -> MigrationContext.configure(connection))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "[connection-failed] The connection does not say which database it leads to.");
  }

  @Test
  void aSubclassSeesEveryStatement() {
    List<String> seen = new java.util.ArrayList<>();
    ScriptDirectory script =
        oneRevision(op -> op.createTable("extra", column("id", integer()))).scriptDirectory();
    ContextFactory<MigrationContext> recording = (dialect, bind, options, environment) ->
        new MigrationContext(dialect, bind, options, environment) {
          @Override
          public long execute(String sql, ExecutionOptions executionOptions) {
            seen.add(sql.lines().findFirst().orElseThrow());
            return super.execute(sql, executionOptions);
          }
        };
    MigrationContext context = MigrationContext.configure(options(script).build(), recording);
    context.runMigrations();
    assertThat(seen)
        .containsExactly(
            "CREATE TABLE alembic_version (",
            "CREATE TABLE extra (",
            "INSERT INTO alembic_version (version_num) VALUES ('a1')");
  }
}
