package dev.lambic.it.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.it.catalogue.Catalogue.Kind;
import dev.lambic.it.catalogue.Catalogue.Table;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A difference in anything that a database has is seen, and nothing else is. The files below {@code golden/CatalogueIT}
 * hold a script for each database: statements after {@code >}, each followed by what it changes.
 */
class CatalogueIT {
  /** Stands for the name of the database. */
  private static final String DATABASE = "${database}";

  private static final Path SCRIPTS = Path.of("src/test/resources/golden/CatalogueIT");

  @ParameterizedTest
  @AllDatabases
  void everyChangeIsSeen_andWhatIsUndoneIsNoChange(TestDatabase database)
      throws IOException, SQLException {
    Path script = SCRIPTS.resolve(database.kind() + ".txt");
    Catalogue empty = database.catalogue();

    String actual = played(Files.readAllLines(script), database);

    if (System.getProperty("golden.update") != null) {
      Files.writeString(script, actual);
    }
    assertThat(actual)
        .as("%s; to accept what is new: mvn verify -Dgolden.update", script)
        .isEqualTo(Files.readString(script));
    assertThat(database.catalogue()).isEqualTo(empty);
  }

  /** Returns the script with what its statements have changed in truth. */
  private static String played(List<String> script, TestDatabase database) throws SQLException {
    StringBuilder actual = new StringBuilder();
    Catalogue before = database.catalogue();
    for (String line : script) {
      if (line.startsWith("> ")) {
        database.execute(line.substring(2).replace(DATABASE, database.name()));
        Catalogue after = database.catalogue();
        actual.append(line).append('\n');
        after.changesSince(before).stream()
            .map(change -> change.replace(database.name(), DATABASE))
            .forEach(change -> actual.append(change).append('\n'));
        before = after;
      } else if (line.isEmpty() || line.startsWith("#")) {
        actual.append(line).append('\n');
      }
    }
    return actual.toString();
  }

  @ParameterizedTest
  @AllDatabases
  void anotherOrderOfTheColumnsIsAChange_unlessItIsIgnored(TestDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE account (id INTEGER, name VARCHAR(20))");
    Catalogue before = database.catalogue();
    database.execute("DROP TABLE account", "CREATE TABLE account (name VARCHAR(20), id INTEGER)");
    Catalogue after = database.catalogue();

    assertThat(after).isNotEqualTo(before);
    assertThat(after.changesSince(before)).containsExactly("~ the same columns in another order");
    assertThat(after.inAnyColumnOrder()).isEqualTo(before.inAnyColumnOrder());
  }

  @ParameterizedTest
  @AllDatabases
  void canBeSearched(TestDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE account (id INTEGER NOT NULL, name VARCHAR(20), CONSTRAINT uq_account UNIQUE (name))",
        "CREATE INDEX ix_account ON account (name, id)");
    Catalogue catalogue = database.catalogue();
    Table account = catalogue.table(database.stored("account"));

    assertThat(catalogue.hasTable(database.stored("account"))).isTrue();
    assertThat(catalogue.hasTable("orders")).isFalse();
    assertThat(account.column(database.stored("id")).nullable()).isFalse();
    assertThat(account.constraint(database.stored("uq_account")).kind()).isEqualTo(Kind.UNIQUE);
    assertThat(account.constraints(Kind.UNIQUE)).hasSize(1);
    assertThat(account.constraints(Kind.CHECK)).isEmpty();
    assertThat(account.index(database.stored("ix_account")).keys())
        .containsExactly(database.stored("name"), database.stored("id"));
    assertThatThrownBy(() -> account.column("mail"))
        .hasMessage(
            "no column 'mail' among [%s, %s]", database.stored("id"), database.stored("name"));
  }

  @ParameterizedTest
  @AllDatabases(only = DatabaseKind.SQLITE)
  void twoSpellingsOfOneTableAreTheSame(TestDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE account (id integer NOT NULL, email varchar(320), CONSTRAINT ck CHECK (id > 0 AND id < 9))");
    Catalogue before = database.catalogue();
    database.execute("DROP TABLE account", """
        create table  "account" ( [id] INTEGER not  null ON CONFLICT ABORT , -- a comment, of two words
          `email` varchar(320) NULL,
          constraint 'ck' check("id">0 AND /* ( */ [id] <9)  )""");
    assertThat(database.catalogue()).isEqualTo(before);
  }
}
