package dev.lambic.it.directives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.PlannedStep;
import dev.lambic.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs directives on a database, each as a revision of its own that is applied and undone, and writes down what the
 * catalogue says: the statements ({@code >}) and what they change, the statements of the reverse ({@code <}) and what
 * is not as it was before then, or why it was refused ({@code !}). {@link #asRecorded} compares that with the
 * answers that are known.
 */
final class Directives {
  /** What a failed run adds to each failure. */
  private static final Set<String> ADDED = Set.of("during", "class", "statement");

  private static final Set<String> ADDED_TEXTS = Set.of(
      "everything that this step did",
      "mend what failed and run the command again: it goes on with this step.");

  private final TestDatabase database;
  private final Connection connection;
  private final List<String> journal = new ArrayList<>();
  private @Nullable Catalogue before;

  private Directives(TestDatabase database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
  }

  /** Begins on an empty database. */
  static Directives on(TestDatabase database) throws SQLException {
    Directives directives = new Directives(database);
    directives.run(new History(new ExecuteSqlOp("SELECT 1")).start(directives.connection));
    return directives;
  }

  /** Creates tables, without a word about them. */
  Directives given(Table... tables) throws SQLException {
    for (Table table : tables) {
      given(new CreateTableOp(table));
    }
    return this;
  }

  /** Executes a statement, without a word about it. */
  Directives given(String sql) throws SQLException {
    return given(List.of(sql));
  }

  /** Executes statements, without a word about them. */
  Directives given(List<String> statements) throws SQLException {
    database.execute(statements);
    before = null;
    return this;
  }

  /** Carries an operation out, without a word about it. */
  Directives given(MigrateOperation operation) throws SQLException {
    History history = new History(operation);
    Outcome outcome = run(history.forth(connection));
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    keep(history);
    before = null;
    return this;
  }

  /** Carries an operation out and reverses it. */
  Directives change(String what, MigrateOperation operation) throws SQLException {
    History history = new History(operation);
    Catalogue old = before();
    if (forth(what, history, old)) {
      if (operation.reverse().isEmpty()) {
        journal.add("< has no reverse");
        keep(history);
      } else {
        back(history, old);
      }
    }
    return this;
  }

  /** Carries an operation out, and leaves it so. */
  Directives keep(String what, MigrateOperation operation) throws SQLException {
    History history = new History(operation);
    if (forth(what, history, before())) {
      keep(history);
    }
    return this;
  }

  /** Asks the database for rows, each as one line. */
  Directives rows(String sql) throws SQLException {
    database.query(sql).forEach(row -> journal.add("= " + shown(row)));
    return this;
  }

  /** Asks the database for bytes. */
  Directives bytes(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        byte[] bytes = rows.getBytes(1);
        journal.add("= " + (bytes == null ? null : HexFormat.of().formatHex(bytes)));
      }
      return this;
    }
  }

  /** Compares with what is recorded for the test that calls this. */
  void asRecorded() throws SQLException {
    connection.close();
    StackWalker.StackFrame test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.skip(1).findFirst())
        .orElseThrow();
    new GoldenSections(test.getDeclaringClass(), database.kind().toString())
        .check(test.getMethodName(), journal);
  }

  private boolean forth(String what, History history, Catalogue old) throws SQLException {
    journal.add("# " + what);
    boolean isDone = tell(">", run(history.forth(connection)));
    before = record(old);
    return isDone;
  }

  private void back(History history, Catalogue old) throws SQLException {
    if (!tell("<", run(history.back(connection)))) {
      keep(history);
    }
    before = record(old);
  }

  /** Writes down what has changed, and returns what there is now. */
  private Catalogue record(Catalogue old) throws SQLException {
    Catalogue now = database.catalogue(connection);
    now.changesSince(old).forEach(change -> journal.add(shown(change)));
    return now;
  }

  private Catalogue before() throws SQLException {
    Catalogue known = before == null ? database.catalogue(connection) : before;
    before = known;
    return known;
  }

  private void keep(History history) throws SQLException {
    history.keep(new RecordingContext(connection, history.start(connection)));
  }

  /** What a run did. */
  private record Outcome(List<String> statements, @Nullable LambicException failure) {}

  private Outcome run(ContextOptions options) throws SQLException {
    RecordingContext context = new RecordingContext(connection, options);
    List<PlannedStep> plan =
        context.plan(options.migrations().steps(context.getCurrentHeads(), context));
    try {
      context.runMigrations();
      isAsPlanned(plan, context.statements());
      return new Outcome(context.statements(), null);
    } catch (MigrationException e) {
      return new Outcome(context.statements(), e);
    }
  }

  /** What a plan says is what is executed, to the letter; else revisions would look edited that nobody has touched. */
  private static void isAsPlanned(List<PlannedStep> plan, List<String> statements) {
    if (plan.stream().allMatch(PlannedStep::isKnown)) {
      assertThat(statements)
          .as("as planned")
          .containsExactlyElementsOf(
              plan.stream().flatMap(step -> step.statements().stream()).toList());
    }
  }

  private boolean tell(String mark, Outcome outcome) {
    outcome.statements().forEach(sql -> journal.add(mark + " " + shown(sql)));
    if (outcome.failure() == null) {
      return true;
    }
    Problem problem = outcome.failure().problem();
    journal.add("! " + shown("[" + problem.id().text() + "] " + problem.headline()));
    problem.facts().stream()
        .filter(fact -> !ADDED.contains(fact.label()) && !ADDED_TEXTS.contains(fact.text()))
        .forEach(fact -> journal.add("!   " + shown(fact.label() + ": " + fact.text())));
    problem.fixes().stream()
        .filter(fix -> !ADDED_TEXTS.contains(fix))
        .forEach(fix -> journal.add("!   fix: " + shown(fix)));
    return false;
  }

  private String shown(String text) {
    return text.replace(database.name(), "${database}")
        .replace(database.name().toUpperCase(Locale.ROOT), "${DATABASE}")
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
