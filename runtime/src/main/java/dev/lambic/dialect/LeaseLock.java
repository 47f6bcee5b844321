package dev.lambic.dialect;

import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Name;
import dev.lambic.schema.Schema;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row in a table of its own, for databases that keep no locks for a session. The table is there as long as the lock is
 * held. The row says who holds it: a session that the database no longer knows, or a process of this machine that is no
 * more, has lost it. Where neither can be told, a row that has not been renewed for {@link #LEASE} is taken over; its age
 * is measured by the database's clock alone.
 */
final class LeaseLock implements RunLock {
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration RENEWAL = LEASE.dividedBy(10);
  private static final int ATTEMPTS = 10;
  private static final Name TOKEN = Name.of("token");
  private static final Name HOLDER = Name.of("holder");
  private static final Name SESSION = Name.of("session_key");
  private static final Name RENEWED = Name.of("renewed");
  private static final Name ID = Name.of("id");

  private final Dialect dialect;
  private final TableName table;
  private final Clock clock;
  private final RunningProcess self = RunningProcess.current();
  private final String token = UUID.randomUUID().toString();
  private long lastRenewal;

  /**
   * What the database knows of time and of sessions.
   *
   * @param seconds the expression for the seconds since 1970
   * @param session the query for what tells this session from all others; null where there are none
   * @param isAlive the query that yields 1 for the session that stands in the place of {@code %s}, 0 if there is none of
   *     that kind any more, and NULL where this user may not see it
   */
  record Clock(
      String seconds, @Nullable String session, @Nullable String isAlive) {}

  /** The row that stands in the table. */
  private record Lease(
      String token, String holder, @Nullable String session, long age) {}

  LeaseLock(Dialect dialect, VersionTable versions, Clock clock) {
    this.dialect = dialect;
    this.table = new TableName(versions.name().schema(), Name.of(versions.name().name() + "_lock"));
    this.clock = clock;
  }

  @Override
  public Optional<String> tryTake(Connection connection) throws SQLException {
    try {
      Optional<Lease> lease = read(connection);
      if (lease.isEmpty()) {
        return insert(connection) ? Optional.empty() : Optional.of("another run");
      }
      Lease found = lease.get();
      boolean taken = isOver(connection, found) && takeOver(connection, found);
      return taken ? Optional.empty() : Optional.of(describe(found));
    } catch (SQLException e) {
      if (dialect.isLockTimeout(e)) {
        return Optional.of("a transaction that is still open");
      }
      throw e;
    }
  }

  private Optional<Lease> read(Connection connection) throws SQLException {
    String age = "(" + clock.seconds() + " - " + name(RENEWED) + ")";
    String query = "SELECT " + name(TOKEN) + ", " + name(HOLDER) + ", " + name(SESSION) + ", " + age
        + " FROM " + dialect.quote(table);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next()
          ? Optional.of(
              new Lease(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)))
          : Optional.empty();
    } catch (SQLException e) {
      if (dialect.isMissingTable(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Somebody else may create the table, drop it or insert the row at any moment, and be gone again when this is looked
   * into; the row's key decides. What fails again and again has another reason.
   */
  private boolean insert(Connection connection) throws SQLException {
    String insert = "INSERT INTO " + dialect.quote(table) + " VALUES (1, " + text(token) + ", "
        + text(self.identity()) + ", " + sessionOn(connection) + ", " + clock.seconds() + ")";
    for (int attempt = 1; ; attempt++) {
      SQLException refusal = createTable(connection);
      try {
        update(connection, insert);
        lastRenewal = System.nanoTime();
        return true;
      } catch (SQLException e) {
        if (read(connection).isPresent()) {
          return false;
        }
        if (attempt == ATTEMPTS) {
          boolean othersAreBusy =
              dialect.isMissingTable(e) && (refusal == null || dialect.isAlreadyDone(refusal));
          if (othersAreBusy) {
            return false;
          }
          throw refusal != null && dialect.isMissingTable(e) ? refusal : e;
        }
      }
    }
  }

  /** Creates the table, which may be there already, and returns what kept it from that. */
  private @Nullable SQLException createTable(Connection connection) {
    try {
      for (String sql : dialect.statements(new CreateTableOp(definition()))) {
        update(connection, sql);
      }
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private Table definition() {
    return Table.of(
        table,
        Column.of(ID, Schema.integer()).primaryKey().autoincrement(false),
        Column.of(TOKEN, Schema.string(36)).notNull(),
        Column.of(HOLDER, Schema.string(RunningProcess.LONGEST)).notNull(),
        Column.of(SESSION, Schema.string(100)),
        Column.of(RENEWED, Schema.bigInteger()).notNull());
  }

  private String sessionOn(Connection connection) throws SQLException {
    return clock.session() == null ? "NULL" : text(ask(connection, clock.session()));
  }

  /** HSQLDB cannot always read its list of sessions while one of them ends ("General error"); the next time it can. */
  private static String ask(Connection connection, String aboutSessions) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return ServerVersions.ask(connection, aboutSessions);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /**
   * A process that is alive may have lost its connection all the same. Where the database knows no sessions, which is a
   * file, the age of the row counts then: nobody can take the row over while the holder is writing.
   */
  private boolean isOver(Connection connection, Lease lease) throws SQLException {
    if (lease.session() != null && clock.isAlive() != null) {
      String alive = ask(connection, clock.isAlive().replace("%s", text(lease.session())));
      if (!alive.equals("null")) {
        return alive.equals("0");
      }
    }
    Optional<Boolean> alive = self.knowsWhetherAlive(lease.holder());
    boolean isAgeThatCounts = alive.isEmpty() || clock.session() == null;
    return alive.filter(is -> !is).isPresent()
        || (isAgeThatCounts && lease.age() > LEASE.toSeconds());
  }

  private boolean takeOver(Connection connection, Lease lease) throws SQLException {
    boolean taken = updateRow(
        connection,
        lease.token(),
        name(TOKEN) + " = " + text(token) + ", "
            + name(HOLDER) + " = " + text(self.identity()) + ", " + name(SESSION) + " = "
            + sessionOn(connection) + ", " + name(RENEWED) + " = " + clock.seconds());
    lastRenewal = System.nanoTime();
    return taken;
  }

  private String describe(Lease lease) {
    return RunningProcess.describe(lease.holder()) + ", whose last sign of life is "
        + Math.max(lease.age(), 0) + " s old (table '" + table + "')";
  }

  @Override
  public boolean confirm(Connection connection) throws SQLException {
    if (System.nanoTime() - lastRenewal < RENEWAL.toNanos()) {
      return true;
    }
    lastRenewal = System.nanoTime();
    return updateRow(connection, token, name(RENEWED) + " = " + clock.seconds());
  }

  /**
   * Drops the table with the row in it, which nobody takes over that has just been renewed. A lock that stays behind keeps
   * everybody out for as long as this process lives, so this is tried more than once.
   */
  @Override
  public boolean release(Connection connection) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        lastRenewal = System.nanoTime() - RENEWAL.toNanos();
        boolean isHeld = confirm(connection);
        if (isHeld) {
          drop(connection);
        }
        return isHeld;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !dialect.isLockTimeout(e)) {
          throw e;
        }
      }
    }
  }

  private void drop(Connection connection) throws SQLException {
    for (String sql : dialect.statements(new DropTableOp(table, null))) {
      update(connection, sql);
    }
  }

  /** Changes the row that a run has put there, and tells whether it still stood; it goes with its table. */
  private boolean updateRow(Connection connection, String ofToken, String change)
      throws SQLException {
    try {
      return update(
              connection,
              "UPDATE " + dialect.quote(table) + " SET " + change + " WHERE " + name(TOKEN) + " = "
                  + text(ofToken))
          == 1;
    } catch (SQLException e) {
      if (dialect.isMissingTable(e)) {
        return false;
      }
      throw e;
    }
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private String name(Name column) {
    return dialect.quote(column);
  }

  private String text(String value) {
    return dialect.literal(value);
  }
}
