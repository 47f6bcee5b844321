package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.RunningProcess;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.runtime.JournalEntry.Outcome;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of every run, in a table beside the version table. Its statements are its own: no migration, listener or
 * script sees them.
 */
final class Journal {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final Connection connection;
  private final Transactions transactions;
  private final Dialect dialect;
  private final TableName name;
  private final List<JournalEntry> pending = new ArrayList<>();
  private @Nullable String process;
  private JournalTable table;
  private long lastStep;
  private Instant openedAt = Instant.EPOCH;
  private long openedNanos;
  private @Nullable String user;

  /** Something that is written. */
  @FunctionalInterface
  interface Work {
    /** Writes it. */
    void run() throws SQLException;
  }

  /**
   * A step that was cut short.
   *
   * @param statements what had been carried out; of the last one this may be unknown
   */
  record Unfinished(JournalEntry entry, List<JournaledStatement> statements) {
    /** Tells whether this is a step. */
    boolean isOf(MigrationStep step) {
      return step instanceof RevisionStep revision
          && revision.revision().revision().equals(entry.revision())
          && entry.direction().equals(step.name());
    }

    /** Whether it is unknown if the last statement was carried out. */
    boolean isLastUncertain() {
      return statements.get(statements.size() - 1).changed() == null
          && entry.outcome() == Outcome.RUNNING;
    }
  }

  Journal(Connection connection, Transactions transactions, Dialect dialect, TableName name) {
    this.connection = connection;
    this.transactions = transactions;
    this.dialect = dialect;
    this.name = name;
    this.table = new JournalTable(dialect, name);
  }

  /**
   * Finds out where the journal stands; creates its table if it is missing.
   *
   * @return the step that was cut short, if there is one
   * @throws SQLException if the user may not do so
   */
  Optional<Unfinished> open() throws SQLException {
    pending.clear();
    table = new JournalTable(dialect, inItsSchema());
    if (!readState()) {
      createTable();
      readState();
      return Optional.empty();
    }
    return unfinished();
  }

  /** Tells whether the journal is there or can be made: to make a table would commit a transaction of the caller's here. */
  boolean isAtHand() throws SQLException {
    return !transactions.isCallers() || dialect.hasTransactionalDdl() || readState();
  }

  /** A migration may make another schema the connection's own; the journal stays where it is. */
  private TableName inItsSchema() throws SQLException {
    if (name.schema() != null) {
      return name;
    }
    String schema =
        connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
    return schema == null || schema.isEmpty() ? name : new TableName(Name.of(schema), name.name());
  }

  private void createTable() throws SQLException {
    transactions.beforeStatement();
    for (String sql : dialect.statements(new CreateTableOp(table.definition()))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private boolean readState() throws SQLException {
    Savepoint before = transactions.beforeQuestion();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(table.selectState())) {
      rows.next();
      lastStep = rows.getLong(1);
      openedAt = parse(rows.getString(2));
      openedNanos = System.nanoTime();
      String connected = rows.getString(3);
      user = connected == null || connected.isEmpty() ? null : connected; // H2 has a nameless one.
    } catch (SQLException e) {
      transactions.afterQuestion(before, false);
      if (dialect.isMissingTable(e)) {
        return false;
      }
      throw e;
    }
    transactions.afterQuestion(before, true);
    return true;
  }

  private Instant now() {
    return openedAt.plusNanos(System.nanoTime() - openedNanos);
  }

  /** Returns the step that was cut short, if there is one. Writes nothing. */
  Optional<Unfinished> peek() throws SQLException {
    return readState() ? unfinished() : Optional.empty();
  }

  /** Returns the step that was cut short, if there is one, and the table. */
  Optional<Unfinished> unfinished() throws SQLException {
    JournalEntry entry = null;
    List<JournaledStatement> statements = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(table.selectUnfinished())) {
      while (rows.next()) {
        if (rows.getInt(2) == 0) {
          entry = entry(rows);
        } else {
          long rowsChanged = rows.getLong(17);
          Long changed = rows.wasNull() ? null : rowsChanged;
          statements.add(new JournaledStatement(rows.getString(15), rows.getString(16), changed));
        }
      }
    }
    return entry == null || statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unfinished(entry, List.copyOf(statements)));
  }

  /** Returns all steps, the oldest first; none where there is no table. */
  List<JournalEntry> entries() throws SQLException {
    Savepoint before = transactions.beforeQuestion();
    List<JournalEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(table.selectSteps())) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    } catch (SQLException e) {
      transactions.afterQuestion(before, false);
      if (dialect.isMissingTable(e)) {
        return List.of();
      }
      throw e;
    }
    transactions.afterQuestion(before, true);
    return entries;
  }

  /** Returns how the revisions were applied that have not been undone since, the oldest first. */
  List<JournalEntry> applied() throws SQLException {
    Map<String, JournalEntry> applied = new LinkedHashMap<>();
    for (JournalEntry entry : entries()) {
      boolean isDone =
          entry.outcome() == Outcome.DONE || entry.outcome() == Outcome.RESOLVED_APPLIED;
      if (isDone && entry.direction().equals("upgrade")) {
        applied.put(entry.revision(), entry);
      } else if (isDone && entry.direction().equals("downgrade")) {
        applied.remove(entry.revision());
      }
    }
    return List.copyOf(applied.values());
  }

  private static JournalEntry entry(ResultSet rows) throws SQLException {
    String ended = rows.getString(9);
    return new JournalEntry(
        rows.getLong(1),
        orEmpty(rows.getString(3)),
        orEmpty(rows.getString(4)),
        orEmpty(rows.getString(5)),
        orEmpty(rows.getString(6)),
        orEmpty(rows.getString(7)),
        parse(rows.getString(8)),
        ended == null ? null : parse(ended),
        rows.getString(10),
        orEmpty(rows.getString(11)),
        orEmpty(rows.getString(12)),
        Outcome.parse(orEmpty(rows.getString(13))),
        rows.getString(14),
        rows.getString(15));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Instant parse(String text) {
    return LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  private static String text(Instant time) {
    return TIME.format(
        LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
  }

  /** Begins the entry of a step, of which nothing is written yet. */
  JournalEntry begin(MigrationStep step) {
    boolean isStamp = step.isStamp();
    RevisionStep revision = step instanceof RevisionStep known ? known : null;
    return new JournalEntry(
        ++lastStep,
        revision == null
            ? String.join(", ", step.toRevisions())
            : revision.revision().revision(),
        revision == null
            ? String.join(", ", step.fromRevisions())
            : String.join(", ", revision.revision().downRevisions()),
        revision == null ? "" : String.join(", ", revision.revision().branchLabels()),
        step.doc(),
        isStamp ? "stamp" : step.isUpgrade() ? "upgrade" : "downgrade",
        now(),
        null,
        user,
        process(),
        Version.TOOL,
        Outcome.RUNNING,
        null,
        null);
  }

  /** Asking the system is not for those that only read. */
  private String process() {
    if (process == null) {
      process = RunningProcess.describe(RunningProcess.current().identity());
    }
    return process;
  }

  private static JournalEntry ended(
      JournalEntry entry,
      Instant at,
      Outcome outcome,
      @Nullable String error,
      @Nullable String hash) {
    return new JournalEntry(
        entry.step(),
        entry.revision(),
        entry.parents(),
        entry.labels(),
        entry.message(),
        entry.direction(),
        entry.startedAt(),
        at,
        entry.databaseUser(),
        entry.process(),
        entry.tool(),
        outcome,
        error,
        hash);
  }

  /** Notes a step that has ended well and of which nothing has been written; {@link #flush} writes it. */
  void noteDone(JournalEntry entry, @Nullable String hash) {
    pending.add(ended(entry, now(), Outcome.DONE, null, hash));
  }

  /** Forgets the steps that have been noted: their transaction has been rolled back. */
  void forgetPending() {
    pending.clear();
  }

  /** Writes the steps that have been noted, in the transaction that they ran in. */
  void flush() throws SQLException {
    if (!pending.isEmpty()) {
      transactions.beforeStatement();
      try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
        for (JournalEntry entry : pending) {
          addStep(insert, entry);
        }
        executeBatch(insert);
      }
      pending.clear();
    }
  }

  private void writeStep(JournalEntry entry) throws SQLException {
    write(entry, true, 1, List.of());
  }

  /**
   * Writes statements of a step that runs.
   *
   * @param withStep whether the step itself is still to be written
   * @param first the number of the first of them
   */
  void write(JournalEntry entry, boolean withStep, int first, List<JournaledStatement> statements)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      if (withStep) {
        addStep(insert, entry);
      }
      int number = first;
      for (JournaledStatement statement : statements) {
        addStatement(insert, entry.step(), number++, statement);
      }
      executeBatch(insert);
    }
  }

  private static void addStep(PreparedStatement insert, JournalEntry entry) throws SQLException {
    Instant end = entry.endedAt();
    set(
        insert,
        entry.step(),
        0,
        cut(entry.revision(), JournalTable.LONGEST_TEXT),
        cut(entry.parents(), JournalTable.LONGEST_TEXT),
        cut(entry.labels(), JournalTable.LONGEST_TEXT),
        cut(entry.message(), JournalTable.LONGEST_TEXT),
        entry.direction(),
        text(entry.startedAt()),
        end == null ? null : text(end),
        entry.databaseUser(),
        entry.process(),
        entry.tool(),
        entry.outcome().text(),
        cut(entry.error(), JournalTable.LONGEST_ERROR),
        entry.hash(),
        null);
    addBatch(insert, null);
  }

  private static void addStatement(
      PreparedStatement insert, long step, int number, JournaledStatement statement)
      throws SQLException {
    @Nullable Object[] values = new Object[JournalTable.WIDTH - 1];
    values[0] = step;
    values[1] = number;
    values[values.length - 2] = statement.hash();
    values[values.length - 1] = statement.text();
    set(insert, values);
    addBatch(insert, statement.changed());
  }

  private static void addBatch(PreparedStatement insert, @Nullable Long changed)
      throws SQLException {
    if (changed == null) {
      insert.setNull(JournalTable.WIDTH, Types.BIGINT);
    } else {
      insert.setLong(JournalTable.WIDTH, changed);
    }
    insert.addBatch();
  }

  /** What the database says is what matters, not how a driver wraps it. */
  private static void executeBatch(PreparedStatement statement) throws SQLException {
    try {
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      throw e.getNextException() == null ? e : e.getNextException();
    }
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 4)) + " ...";
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Long number) {
        statement.setLong(i + 1, number);
      } else if (value instanceof Integer number) {
        statement.setInt(i + 1, number);
      } else {
        statement.setString(i + 1, (String) value);
      }
    }
  }

  private int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Writes something else in the place of a statement. */
  void rewrite(JournalEntry entry, int number, JournaledStatement statement) throws SQLException {
    update(table.deleteStatements(), entry.step(), number);
    write(entry, false, number, List.of(statement));
  }

  /** Writes that a statement has been carried out. */
  void writeChanged(long step, int number, long changed) throws SQLException {
    update(table.updateChanged(), changed, step, number);
  }

  /** Writes that a step has ended well, and drops its statements. */
  void writeDone(long step, @Nullable String hash) throws SQLException {
    update(table.deleteStatements(), step, 1);
    update(table.endStep(), text(now()), Outcome.DONE.text(), null, hash, step);
  }

  /**
   * Writes that a step has failed, with the statement of a number, which has not been carried out. What the rollback has
   * taken away is written anew.
   */
  void writeFailed(JournalEntry entry, int failed, String error) throws SQLException {
    if (!readState()) {
      createTable();
    }
    String cutError = cut(error, JournalTable.LONGEST_ERROR);
    update(table.deleteStatements(), entry.step(), failed);
    int known =
        update(table.endStep(), text(now()), Outcome.FAILED.text(), cutError, null, entry.step());
    if (known == 0) {
      writeStep(ended(entry, now(), Outcome.FAILED, cutError, null));
    }
  }

  /** Hands the statements of a step that was cut short over to the step that goes on with it. */
  void writeResumed(JournalEntry entry, JournalEntry from) throws SQLException {
    update(table.setOutcome(), Outcome.RESUMED.text(), from.step());
    writeStep(entry);
    update(table.moveStatements(), entry.step(), from.step());
  }

  /** Somebody has said by a stamp where the database stands, whatever has been cut short. */
  void noteStamped(Unfinished unfinished, MigrationStep stamp) throws SQLException {
    boolean isThere = stamp.toRevisions().contains(unfinished.entry().revision());
    boolean isUpgrade = unfinished.entry().direction().equals("upgrade");
    transactions.beforeStatement();
    writeResolved(
        unfinished.entry().step(),
        isThere == isUpgrade ? Outcome.RESOLVED_APPLIED : Outcome.RESOLVED_ROLLED_BACK);
  }

  /** Writes what a step is to count as having executed. */
  void writeHash(long step, String hash) throws SQLException {
    update(table.setHash(), hash, step);
  }

  /** Writes how a step that was cut short is to count from now on. */
  void writeResolved(long step, Outcome outcome) throws SQLException {
    update(table.deleteStatements(), step, 1);
    update(table.setOutcome(), outcome.text(), step);
  }

  /** Writes how many statements of a step that was cut short are to count as carried out. */
  void writeDoneUpTo(long step, int number) throws SQLException {
    update(table.deleteStatements(), step, number + 1);
    update(table.setOutcome(), Outcome.FAILED.text(), step);
    update(table.updateChanged(), 0L, step, number);
  }
}
