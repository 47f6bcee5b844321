package dev.lambic.runtime;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.text;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MigrationException;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.Operations;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteBatchTest {
  private Connection connection;
  private Operations op;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    op = new Operations(MigrationContext.configure(connection));
    execute("""
        CREATE TABLE account (
          id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- the key
          "full name" VARCHAR(50) DEFAULT 'it''s (you), or' NOT NULL COLLATE NOCASE,
          age INTEGER CHECK (age > 0),
          owner_id INTEGER CONSTRAINT fk_owner REFERENCES account (id) ON DELETE SET NULL,
          created DATETIME DEFAULT (datetime('now', 'localtime')),
          twice AS (age * 2) STORED,
          CONSTRAINT uq_name UNIQUE ("full name", age),
          CONSTRAINT ck_age CHECK (age < 150 OR "full name" IN ('a,b', 'c)'))
        )""");
    execute("CREATE UNIQUE INDEX ix_lower ON account (lower(\"full name\"), age) WHERE age > 17");
    execute("INSERT INTO account (\"full name\", age) VALUES ('Ann', 20), ('Łukasz', 30)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void execute(String statement) throws SQLException {
    try (Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    }
  }

  private List<String> query(String query) throws SQLException {
    try (Statement jdbc = connection.createStatement();
        ResultSet rows = jdbc.executeQuery(query)) {
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        result.add(rows.getString(1));
      }
      return result;
    }
  }

  private String definition() throws SQLException {
    return query("SELECT sql FROM sqlite_master WHERE name = 'account'").get(0);
  }

  @Test
  void whatIsNotChangedStays() throws SQLException {
    op.batchAlterTable(
        TableName.of("account"),
        BatchSettings.ALWAYS,
        batch -> batch.addColumnAfter("id", column("email", string(80))));
    assertThat(definition()).isEqualToNormalizingWhitespace("""
            CREATE TABLE "account" (
                id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                email VARCHAR(80),
                "full name" VARCHAR(50) COLLATE NOCASE DEFAULT 'it''s (you), or' NOT NULL,
                age INTEGER,
                owner_id INTEGER,
                created DATETIME DEFAULT (datetime('now', 'localtime')),
                twice GENERATED ALWAYS AS (age * 2) STORED,
                CHECK (age > 0),
                CONSTRAINT fk_owner FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE SET NULL,
                CONSTRAINT uq_name UNIQUE ("full name", age),
                CONSTRAINT ck_age CHECK (age < 150 OR "full name" IN ('a,b', 'c)'))
            )""");
    assertThat(query("SELECT sql FROM sqlite_master WHERE name = 'ix_lower'"))
        .containsExactly(
            "CREATE UNIQUE INDEX ix_lower ON account (lower(\"full name\"), age) WHERE age > 17");
    assertThat(query("SELECT id || \"full name\" || twice FROM account ORDER BY id"))
        .containsExactly("1Ann40", "2Łukasz60");
  }

  @Test
  void aColumnChangesItsTypeAndItsValues() throws SQLException {
    op.batchAlterTable("account", batch -> {
      batch.dropConstraint("ck_age");
      batch.alterColumn(change("age").type(text()).nullable(false));
      batch.createConstraint(unique("age").named("uq_age"));
    });
    assertThat(definition()).contains("age TEXT NOT NULL", "CONSTRAINT uq_age UNIQUE (age)");
    assertThat(query("SELECT typeof(age) FROM account")).containsExactly("text", "text");
  }

  @Test
  void aForeignKeyIsAddedAndAColumnGoes() throws SQLException {
    execute("CREATE TABLE team (id INTEGER PRIMARY KEY)");
    op.batchAlterTable("account", batch -> {
      batch.dropColumn("owner_id");
      batch.addColumn(column("team_id", integer()).serverDefault(sql("NULL")));
      batch.createConstraint(foreignKey("team_id").references("team", "id").named("fk_team"));
    });
    assertThat(definition()).contains("fk_team").doesNotContain("fk_owner", "owner_id");
  }

  @Test
  void aFailureLeavesTheOldTable() throws SQLException {
    String before = definition();
    execute("UPDATE account SET owner_id = 1 WHERE id = 1");
    connection.setAutoCommit(false);
    assertThatThrownBy(() -> op.batchAlterTable(
            "account", batch -> batch.alterColumn(change("owner_id").nullable(false))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("NOT NULL constraint failed");
    connection.rollback();
    connection.setAutoCommit(true);
    assertThat(definition()).isEqualTo(before);
    assertThat(query("SELECT count(*) FROM account")).containsExactly("2");
  }

  @Test
  void triggersAreNotLost() throws SQLException {
    execute("CREATE TRIGGER aft AFTER INSERT ON account BEGIN SELECT 1; END");
    assertThatThrownBy(() -> op.batchAlterTable("account", batch -> batch.dropColumn("created")))
        .hasMessage("""
            [unsupported-operation] sqlite cannot build table 'account' anew without losing its triggers aft.
              fix: drop them before the batch, and create them again behind it.""");
  }

  @Test
  void rowsThatReferToTheTableAreNotLost() throws SQLException {
    execute("PRAGMA foreign_keys = on");
    execute("CREATE TABLE pet (owner INTEGER REFERENCES account (id) ON DELETE CASCADE)");
    assertThatThrownBy(() -> op.batchAlterTable("account", batch -> batch.dropColumn("created")))
        .hasMessageContaining("table 'pet' refers to it");
  }

  @Test
  void aTableThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> op.batchAlterTable("acount", batch -> batch.dropColumn("age")))
        .hasMessage("""
            [unknown-table] The database has no table 'acount' to build anew.
              fix: correct the name, or create the table first.""");
  }

  @Test
  void aConstraintThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> op.batchAlterTable("account", batch -> batch.dropConstraint("uq_nam")))
        .hasMessage("""
            [unknown-constraint] Table 'account' has no constraint 'uq_nam'.
              found: fk_owner, uq_name, ck_age
              did you mean: uq_name""");
  }

  @Test
  void aColumnThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> op.batchAlterTable("account", batch -> batch.dropColumn("agee")))
        .hasMessage("""
            [unknown-column] Table 'account' has no column 'agee'.
              columns: id, full name, age, owner_id, created, twice
              did you mean: age""");
  }
}
