package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2ScriptTest {
  @Test
  void dollarQuotedJavaIsText() {
    String alias = "CREATE ALIAS f AS $$ String f() { return \"it's;\" + ';'; /* ' */ } $$";
    assertThat(split(alias + ";\nSELECT 1;")).containsExactly(alias, "SELECT 1");
  }

  @Test
  void dollarQuotesHaveNoTags() {
    assertThat(split("SELECT $1 FROM $t$; SELECT $t$"))
        .containsExactly("SELECT $1 FROM $t$", "SELECT $t$");
  }

  @Test
  void slashesStartAComment() {
    assertThat(split("SELECT 1 // it's; one\n; SELECT 4 / 2"))
        .containsExactly("SELECT 1 // it's; one", "SELECT 4 / 2");
  }

  @Test
  void transactionIsNoBody() {
    assertThat(split("BEGIN; CREATE TABLE t (begin INT, end_date INT); COMMIT"))
        .containsExactly("BEGIN", "CREATE TABLE t (begin INT, end_date INT)", "COMMIT");
  }

  @Test
  void splitScriptRuns() throws SQLException {
    List<String> statements = split("""
            /* tables; /* nested; */ */
            CREATE TABLE `wine;list` ("year;" INT, name VARCHAR(20)); // it's; a comment
            CREATE ALIAS shout AS $$
            String shout(String text) {
              String mark = ";'";
              return text + mark;
            }
            $$;
            CREATE TRIGGER aged BEFORE INSERT ON `wine;list` FOR EACH ROW AS '
            org.h2.api.Trigger create() {
              return (connection, oldRow, newRow) -> { newRow[0] = 1961; };
            }';
            -- the row;
            INSERT INTO `wine;list` VALUES (1, SHOUT('a' || $$;$$))
            """);

    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      try (ResultSet row = statement.executeQuery("SELECT * FROM `wine;list`")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isEqualTo(1961);
        assertThat(row.getString(2)).isEqualTo("a;;'");
      }
    }
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.h2(), script);
  }
}
