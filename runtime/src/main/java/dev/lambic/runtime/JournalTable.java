package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Name;
import dev.lambic.schema.Schema;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of the journal, and what it is told and asked in SQL. A row whose {@code statement_no} is 0 is a step; the
 * others are the statements of a step that has not come to its end. Times are text, in UTC: no zone of a session, a
 * server or a reader can bend them.
 */
final class JournalTable {
  static final int LONGEST_TEXT = 1000;
  static final int LONGEST_ERROR = 2000;

  private static final Name STEP = Name.of("step");
  private static final Name NUMBER = Name.of("statement_no");
  private static final Name STARTED = Name.of("started_at");
  private static final Name ENDED = Name.of("ended_at");
  private static final Name OUTCOME = Name.of("outcome");
  private static final Name ERROR = Name.of("error");
  private static final Name HASH = Name.of("hash");
  private static final Name STATEMENT = Name.of("statement_text");
  private static final Name CHANGED = Name.of("rows_changed");

  /** The columns of a step behind its number, in the order in which they are written and read. */
  private static final List<Name> OF_STEPS = Stream.of(
          "revision",
          "parents",
          "labels",
          "message",
          "direction",
          "started_at",
          "ended_at",
          "database_user",
          "process",
          "tool",
          "outcome",
          "error",
          "hash")
      .map(Name::of)
      .toList();

  /** How many columns there are: two in front of those, and two behind them. */
  static final int WIDTH = OF_STEPS.size() + 4;

  private final Dialect dialect;
  private final TableName name;
  private final String insert;
  private final String deleteStatements;
  private final String endStep;

  JournalTable(Dialect dialect, TableName name) {
    this.dialect = dialect;
    this.name = name;
    this.insert = "INSERT INTO " + table() + " (" + names(List.of(STEP, NUMBER)) + ", "
        + names(OF_STEPS) + ", " + names(List.of(STATEMENT, CHANGED)) + ") VALUES ("
        + String.join(", ", Collections.nCopies(WIDTH, "?")) + ")";
    this.deleteStatements =
        "DELETE FROM " + table() + " WHERE " + is(STEP) + " AND " + dialect.quote(NUMBER) + " >= ?";
    this.endStep = "UPDATE " + table() + " SET " + is(ENDED) + ", " + is(OUTCOME) + ", " + is(ERROR)
        + ", " + is(HASH) + " WHERE " + is(STEP) + " AND " + dialect.quote(NUMBER) + " = 0";
  }

  Table definition() {
    return Table.of(
        name,
        Column.of(STEP, Schema.bigInteger()).notNull().autoincrement(false),
        Column.of(NUMBER, Schema.integer()).notNull().autoincrement(false),
        Schema.column("revision", Schema.string(LONGEST_TEXT)),
        Schema.column("parents", Schema.string(LONGEST_TEXT)),
        Schema.column("labels", Schema.string(LONGEST_TEXT)),
        Schema.column("message", Schema.string(LONGEST_TEXT)),
        Schema.column("direction", Schema.string(12)),
        Column.of(STARTED, Schema.string(23)),
        Column.of(ENDED, Schema.string(23)),
        Schema.column("database_user", Schema.string(255)),
        Schema.column("process", Schema.string(255)),
        Schema.column("tool", Schema.string(64)),
        Column.of(OUTCOME, Schema.string(20)),
        Column.of(ERROR, Schema.string(LONGEST_ERROR)),
        Column.of(HASH, Schema.string(64)),
        Column.of(STATEMENT, Schema.string(LONGEST_TEXT)),
        Column.of(CHANGED, Schema.bigInteger()),
        new PrimaryKey(Name.of(name.name() + "_pkc"), List.of(STEP, NUMBER)));
  }

  private String table() {
    return dialect.quote(name);
  }

  private String names(List<Name> columns) {
    return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
  }

  private String is(Name column) {
    return dialect.quote(column) + " = ?";
  }

  /** The last step, the time at the database, and the user there. */
  String selectState() {
    return "SELECT MAX(" + dialect.quote(STEP) + "), " + dialect.utcNow() + ", "
        + dialect.currentUser() + " FROM " + table();
  }

  /** The step whose statements are still in the journal, and they, in order. */
  String selectUnfinished() {
    return "SELECT " + names(List.of(STEP, NUMBER)) + ", " + names(OF_STEPS) + ", "
        + names(List.of(STATEMENT, CHANGED)) + " FROM " + table() + " WHERE " + dialect.quote(STEP)
        + " IN (SELECT " + dialect.quote(STEP) + " FROM " + table() + " WHERE "
        + dialect.quote(NUMBER) + " > 0) ORDER BY " + names(List.of(STEP, NUMBER));
  }

  String selectSteps() {
    return "SELECT " + names(List.of(STEP, NUMBER)) + ", " + names(OF_STEPS) + " FROM " + table()
        + " WHERE " + dialect.quote(NUMBER) + " = 0 ORDER BY " + dialect.quote(STEP);
  }

  /** Takes all columns, in the order of the table: those of a step, or step, number, hash, text and rows changed. */
  String insert() {
    return insert;
  }

  /** Takes the rows that the statement changed, step and number. */
  String updateChanged() {
    return "UPDATE " + table() + " SET " + is(CHANGED) + " WHERE " + is(STEP) + " AND "
        + is(NUMBER);
  }

  /** Takes end, outcome, error, hash and step. */
  String endStep() {
    return endStep;
  }

  /** Takes outcome and step. */
  String setOutcome() {
    return "UPDATE " + table() + " SET " + is(OUTCOME) + " WHERE " + is(STEP) + " AND "
        + dialect.quote(NUMBER) + " = 0";
  }

  /** Takes hash and step. */
  String setHash() {
    return "UPDATE " + table() + " SET " + is(HASH) + " WHERE " + is(STEP) + " AND "
        + dialect.quote(NUMBER) + " = 0";
  }

  /** Takes step and number: deletes the statements from that number on. */
  String deleteStatements() {
    return deleteStatements;
  }

  /** Takes the new step and the old one: hands the statements over. */
  String moveStatements() {
    return "UPDATE " + table() + " SET " + is(STEP) + " WHERE " + is(STEP) + " AND "
        + dialect.quote(NUMBER) + " > 0";
  }
}
