package dev.lambic.dialect;

import java.sql.SQLException;
import java.util.List;

/** What users can do about failures that databases tell by a code, and that many meet. */
final class Remedies {
  private static final String RETRY =
      "run the command again: another session was in the way at that moment.";
  private static final String WAIT =
      "see who holds the table, or run the command again when there is less traffic.";
  private static final String SPACE = "make room on the database's disk: it is full.";
  private static final String RIGHT =
      "give the user of the run the right to do this, or run as the owner of the objects.";
  private static final String WRITABLE =
      "connect to a database that can be written: this one, or the transaction, is read-only.";
  private static final String CONNECTION =
      "see that the server runs, and that nothing on the way (a pooler, a firewall, an idle time-out) cuts connections that work for long.";
  private static final String BY_ITSELF =
      "run it outside the transaction: in 'op.autocommitBlock(...)', or in a revision of its own with '@Revision(transactional = false)'.";

  private Remedies() {}

  /** By the classes of the SQL standard's states, for every database. */
  static List<String> standard(SQLException failure) {
    String state = state(failure);
    return state.startsWith("08")
        ? List.of(CONNECTION)
        : state.startsWith("40") ? List.of(RETRY) : List.of();
  }

  static List<String> postgresql(SQLException failure) {
    return switch (state(failure)) {
      case "53200" ->
        // "out of shared memory" is the lock table, plain "out of memory" the machine's.
        String.valueOf(failure.getMessage()).contains("shared memory")
            ? List.of(
                "run one transaction per migration, so that each gives its locks back: 'transactionPerMigration'.",
                "or raise 'max_locks_per_transaction' on the server.")
            : List.of("give the server more memory, or have the statement work on fewer rows.");
      case "25001" -> List.of(BY_ITSELF);
      case "25P02" ->
        List.of(
            "let the failure of a statement end the migration: PostgreSQL refuses all that follows it in the same transaction. Ask first whether it will work ('IF EXISTS', a query), instead of trying.");
      case "55P04" ->
        List.of(
            "add the value in 'op.autocommitBlock(...)', or in a revision of its own and with 'transactionPerMigration': it can be used once the transaction that adds it has been committed.");
      case "40001", "40P01" -> List.of(RETRY);
      case "55P03" -> List.of(WAIT);
      case "57014" ->
        List.of("allow the statement more time ('statement_timeout'), or have it do less at once.");
      case "57P01", "57P02", "57P03" -> List.of(CONNECTION);
      case "53100" -> List.of(SPACE);
      case "42501" -> List.of(RIGHT);
      case "25006" -> List.of(WRITABLE);
      default -> standard(failure);
    };
  }

  static List<String> mysql(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1213 -> List.of(RETRY);
      case 1205 -> List.of(WAIT);
      case 1021, 1114 -> List.of(SPACE);
      case 1044, 1045, 1142, 1143, 1227, 1370, 1410 -> List.of(RIGHT);
      case 1290, 1792, 1836 -> List.of(WRITABLE);
      default -> standard(failure);
    };
  }

  /** The lower byte is the primary code. */
  static List<String> sqlite(SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case 5, 6 -> List.of(WAIT);
      case 8 -> List.of(WRITABLE);
      case 13 -> List.of(SPACE);
      default -> standard(failure);
    };
  }

  static List<String> h2(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 50200 -> List.of(WAIT);
      case 90096 -> List.of(RIGHT);
      case 90097 -> List.of(WRITABLE);
      default -> standard(failure);
    };
  }

  static List<String> oracle(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 54 -> List.of(WAIT);
      case 60 -> List.of(RETRY);
      case 1031 -> List.of(RIGHT);
      case 1652, 1653, 1654 -> List.of(SPACE);
      case 16000 -> List.of(WRITABLE);
      default -> standard(failure);
    };
  }

  static List<String> sqlServer(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 226, 574 -> List.of(BY_ITSELF);
      case 229, 230, 262 -> List.of(RIGHT);
      case 1105, 9002 -> List.of(SPACE);
      case 1205 -> List.of(RETRY);
      case 1222 -> List.of(WAIT);
      case 3906 -> List.of(WRITABLE);
      default -> standard(failure);
    };
  }

  private static String state(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }
}
