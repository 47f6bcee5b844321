package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteScriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER t AFTER INSERT ON u BEGIN DELETE FROM v; UPDATE w SET a = 1; END",
        "CREATE TEMP TRIGGER IF NOT EXISTS t AFTER INSERT ON u BEGIN SELECT CASE WHEN NEW.a THEN RAISE(ABORT, 'no;') END; END",
        "CREATE TRIGGER t AFTER UPDATE OF begin ON u WHEN CASE NEW.a WHEN 1 THEN 0 END BEGIN SELECT 1; END",
        "CREATE TRIGGER begin BEFORE DELETE ON u FOR EACH ROW BEGIN SELECT \"end\"; /* END; */ SELECT 'END;'; END",
        "CREATE TRIGGER [a;b] AFTER INSERT ON u BEGIN SELECT CASE WHEN 1 THEN CASE WHEN 2 THEN 3 END END; END",
      })
  void triggerBodyHoldsSemicolons(String trigger) {
    assertThat(split(trigger + ";\nSELECT 9;")).containsExactly(trigger, "SELECT 9");
  }

  @Test
  void transactionIsNoBody() {
    assertThat(split("BEGIN; DELETE FROM t; END; BEGIN IMMEDIATE; COMMIT; END TRANSACTION;"))
        .containsExactly(
            "BEGIN", "DELETE FROM t", "END", "BEGIN IMMEDIATE", "COMMIT", "END TRANSACTION");
  }

  @Test
  void columnsMayBeNamedLikeKeywords() {
    assertThat(split("CREATE TABLE trigger_log (\"begin\" INT, `end` INT, end_date INT); SELECT 1"))
        .containsExactly(
            "CREATE TABLE trigger_log (\"begin\" INT, `end` INT, end_date INT)", "SELECT 1");
  }

  @Test
  void namesMayStandInBrackets() {
    assertThat(split("SELECT [a';b], `c;``d` FROM [e--]; SELECT 2"))
        .containsExactly("SELECT [a';b], `c;``d` FROM [e--]", "SELECT 2");
  }

  @Test
  void commentsDoNotNest() {
    assertThat(split("/* a /* b */ SELECT 1; SELECT 2"))
        .containsExactly("/* a /* b */ SELECT 1", "SELECT 2");
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.sqlite(), script);
  }
}
