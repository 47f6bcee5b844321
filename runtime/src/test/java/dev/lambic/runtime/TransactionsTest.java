package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MigrationException;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TransactionsTest extends RunFixture {
  @Test
  void aMigrationAndItsVersionRowCommitTogether() {
    upgrading(oneRevision(op -> op.execute(note("a"))).scriptDirectory()).runMigrations();
    assertThat(notes()).containsExactly("a");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void theConnectionIsInAutoCommitModeAgainAfterwards() throws SQLException {
    upgrading(oneRevision(op -> op.execute(note("a"))).scriptDirectory()).runMigrations();
    assertThat(connection.getAutoCommit()).isTrue();
    assertThatThrownBy(() -> upgrading(new History()
                .revision("a1", "", op -> {}, op -> {})
                .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
                .scriptDirectory())
            .runMigrations())
        .isInstanceOf(MigrationException.class);
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void aTransactionOfTheCallers_isNeitherCommittedNorRolledBack() throws SQLException {
    MigrationContext.configure(connection).stamp(History.graph("z0"), "base");
    upgrading(oneRevision(op -> {}).scriptDirectory()).runMigrations();
    connection.setAutoCommit(false);
    ScriptDirectory script = new History()
        .revision("a1", "", op -> {}, op -> {})
        .revision("b2", "a1", op -> op.execute(note("b")), op -> {})
        .revision("c3", "b2", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext context = upgrading(script);
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rolled back: nothing: the transaction is the caller's");
    assertThat(connection.getAutoCommit()).isFalse();
    assertThat(notes()).isEmpty();
    assertThat(MigrationContext.configure(connection).getCurrentHeads()).containsExactly("b2");
    connection.rollback();
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void whereDdlIsTransactional_oneTransactionCoversTheRun() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute(note("a")), op -> {})
        .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext.configure(connection).stamp(script, "base");
    MigrationContext.configure(connection)
        .execute("CREATE TABLE alembic_version (version_num VARCHAR(32))");
    MigrationContext context =
        MigrationContext.configure(options(script).transactionalDdl(true).build());
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rolled back: everything that this run did")
        .hasMessageEndingWith("fix: mend what failed and run the command again.");
    assertThat(notes()).isEmpty();
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void transactionPerMigration_commitsEachByItself() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute(note("a")), op -> {})
        .revision("b2", "a1", op -> op.execute("GARBAGE"), op -> {})
        .scriptDirectory();
    MigrationContext context = MigrationContext.configure(
        options(script).transactionalDdl(true).transactionPerMigration(true).build());
    assertThatThrownBy(() -> context.inTransaction(context::runMigrations))
        .isInstanceOf(MigrationException.class);
    assertThat(notes()).containsExactly("a");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void aTransactionThatIsNotCommitted_isRolledBack() {
    MigrationContext context = MigrationContext.configure(
        ContextOptions.builder().connection(connection).transactionalDdl(true).build());
    try (ProxyTransaction transaction = context.beginTransaction()) {
      context.execute(note("a"));
      assertThat(transaction.isActive()).isTrue();
    }
    assertThat(notes()).isEmpty();
    try (ProxyTransaction transaction = context.beginTransaction()) {
      context.execute(note("b"));
      transaction.commit();
      assertThat(transaction.isActive()).isFalse();
    }
    assertThat(notes()).containsExactly("b");
  }

  @Test
  void aLentConnectionComesBackAsItWas() throws SQLException {
    h2.execute("CREATE SCHEMA other");
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    for (boolean fails : new boolean[] {false, true}) {
      ScriptDirectory script = new History()
          .revision(
              "a1",
              "",
              op -> {
                op.getBind().setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                op.getBind().setSchema("OTHER");
                op.execute(fails ? "GARBAGE" : "SELECT 1");
                op.getBind().setSchema("PUBLIC");
              },
              op -> {})
          .scriptDirectory();
      MigrationContext context = upgrading(script);
      try {
        context.inTransaction(context::runMigrations);
        assertThat(fails).isFalse();
        h2.execute("DELETE FROM alembic_version");
      } catch (MigrationException e) {
        assertThat(fails).isTrue();
      }
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      assertThat(connection.getSchema()).isEqualTo("PUBLIC");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aConnectionThatCannotLeaveItsTransaction_isClosed() throws SQLException {
    ContextOptions options = options(oneRevision(op -> op.execute("GARBAGE")).scriptDirectory())
        .connection(failingAt("rollback"))
        .build();
    assertThatThrownBy(() -> MigrationContext.configure(options).runMigrations())
        .isInstanceOf(MigrationException.class);
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void aRevisionOutsideTransactions_standsOutsideThemInAScript() {
    StringBuilder output = new StringBuilder();
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute("SELECT 1"), op -> {})
        .nonTransactional("b2", "a1", op -> op.execute("SELECT 2"), op -> {})
        .scriptDirectory();
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .outputBuffer(output)
        .dialectName("postgresql")
        .startingRev("a1")
        .migrations((heads, on) -> script.upgradePlan("b2", heads).stream()
            .map(one -> MigrationStep.upgradeFrom(script.revisionMap(), one))
            .toList())
        .build());
    context.inTransaction(context::runMigrations);
    assertThat(output.toString()).isEqualTo("""
            BEGIN;

            COMMIT;

            -- Running upgrade a1 -> b2

            SELECT 2;

            UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

            BEGIN;

            COMMIT;

            """);
  }
}
