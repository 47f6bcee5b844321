package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerScriptTest {
  @Test
  void batchIsOneStatement() {
    assertThat(split(
            "DECLARE @a INT = 1;\nSELECT @a;\nGO\nCREATE PROCEDURE p AS SELECT 1; SELECT 2;\nGO\n"))
        .containsExactly(
            "DECLARE @a INT = 1;\nSELECT @a;", "CREATE PROCEDURE p AS SELECT 1; SELECT 2;");
  }

  @Test
  void scriptWithoutGo_isOneBatch() {
    assertThat(split("SELECT 1; SELECT 2;")).containsExactly("SELECT 1; SELECT 2;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"go", "Go", "  GO\t", "GO\r", "GO;", "GO 1"})
  void goMayBeWrittenInMoreThanOneWay(String go) {
    assertThat(split("SELECT 1\n" + go + "\nSELECT 2\nGO")).containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void numberBehindGoRepeatsTheBatch() {
    assertThat(split("INSERT INTO t VALUES (1)\nGO 3\nSELECT 1\nGO 0\nSELECT 2"))
        .containsExactly(
            "INSERT INTO t VALUES (1)",
            "INSERT INTO t VALUES (1)",
            "INSERT INTO t VALUES (1)",
            "SELECT 2");
  }

  @Test
  void commentMayFollowGo() {
    assertThat(split("SELECT 1\nGO -- one\nSELECT 2\nGO /* two */\n"))
        .containsExactly("SELECT 1", "-- one\nSELECT 2");
  }

  @Test
  void goInLiteralNameOrComment_isText() {
    String batch = "SELECT 'a\nGO\n', [b]]\nGO\n] /* /* \nGO\n */ \nGO\n */ AS c";
    assertThat(split(batch + "\nGO\nSELECT 2")).containsExactly(batch, "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOTO label", "GO AWAY", "GO5", "GO_", "GO1 2", "SELECT 1 AS GO"})
  void otherLinesWithGoAreText(String line) {
    assertThat(split("SELECT 1\n" + line + "\nSELECT 2"))
        .containsExactly("SELECT 1\n" + line + "\nSELECT 2");
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.sqlServer(), script);
  }
}
