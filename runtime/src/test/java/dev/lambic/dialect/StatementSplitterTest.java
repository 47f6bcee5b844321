package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.MigrationException;
import dev.lambic.operations.ScriptStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {
  @Test
  void semicolonsEndStatements() {
    assertThat(split("CREATE TABLE a (x INT);\nDROP TABLE b;"))
        .containsExactly("CREATE TABLE a (x INT)", "DROP TABLE b");
  }

  @Test
  void lastStatementNeedsNoSemicolon() {
    assertThat(split("SELECT 1; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \r\n\t", ";", ";; ;", "-- nothing", "/* nothing */", "/* ; */ -- ;\n;"})
  void scriptWithoutCode_hasNoStatements(String script) {
    assertThat(split(script)).isEmpty();
  }

  @Test
  void semicolonInLiteral_isText() {
    assertThat(split("SELECT ';', 'it''s; so', N';'; SELECT 2"))
        .containsExactly("SELECT ';', 'it''s; so', N';'", "SELECT 2");
  }

  @Test
  void semicolonInQuotedName_isText() {
    assertThat(split("SELECT \"a;b\", \"c\"\";d\"; SELECT 2"))
        .containsExactly("SELECT \"a;b\", \"c\"\";d\"", "SELECT 2");
  }

  @Test
  void semicolonInComment_isText() {
    assertThat(split("SELECT 1 -- one; two\n+ 1 /* ; ' \" */; SELECT 2"))
        .containsExactly("SELECT 1 -- one; two\n+ 1 /* ; ' \" */", "SELECT 2");
  }

  @Test
  void commentMarkInLiteral_isText() {
    assertThat(split("SELECT '--', '/*'; SELECT '*/'"))
        .containsExactly("SELECT '--', '/*'", "SELECT '*/'");
  }

  @Test
  void commentInFrontStaysWithItsStatement() {
    assertThat(split("-- first\nSELECT 1; /* second */ SELECT 2; -- rest"))
        .containsExactly("-- first\nSELECT 1", "/* second */ SELECT 2");
  }

  @Test
  void lineCommentMayEndTheScript() {
    assertThat(split("SELECT 1 -- it's the last; really"))
        .containsExactly("SELECT 1 -- it's the last; really");
  }

  @Test
  void lineCommentEndsAtACarriageReturn() {
    assertThat(split("SELECT 1 -- one\r; SELECT 2")).containsExactly("SELECT 1 -- one", "SELECT 2");
  }

  @Test
  void lineEndsInLiteralsAreKept() {
    assertThat(split("SELECT 'a\r\nb\n\rc'\r\n;\r\nSELECT 2\r\n;\r\n"))
        .containsExactly("SELECT 'a\r\nb\n\rc'", "SELECT 2");
  }

  @Test
  void backslashIsAnOrdinaryCharacter() {
    assertThat(split("SELECT 'C:\\'; SELECT 2")).containsExactly("SELECT 'C:\\'", "SELECT 2");
  }

  @Test
  void textBeyondAsciiIsKept() {
    assertThat(
            split("INSERT INTO \u015Fi\u015Fe VALUES ('\uD83C\uDF7E;\u0130\u0131'); SELECT \u00FC"))
        .containsExactly(
            "INSERT INTO \u015Fi\u015Fe VALUES ('\uD83C\uDF7E;\u0130\u0131')", "SELECT \u00FC");
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstStatement() {
    assertThat(split("\uFEFFSELECT 1")).containsExactly("SELECT 1");
  }

  @Test
  void statementKnowsTheLineWhereItsTextBegins() {
    assertThat(StatementSplitter.split(
            "\nSELECT\n1;\r\n\r\n  -- second\r\nSELECT 2; SELECT 3;\rSELECT 4", ScriptSyntax.of()))
        .containsExactly(
            new ScriptStatement("SELECT\n1", 2),
            new ScriptStatement("-- second\r\nSELECT 2", 5),
            new ScriptStatement("SELECT 3", 6),
            new ScriptStatement("SELECT 4", 7));
  }

  @Test
  void standardSyntax_atomicBodyHoldsSemicolons() {
    String trigger = """
        CREATE TRIGGER audit AFTER INSERT ON account REFERENCING NEW ROW AS n
        FOR EACH ROW BEGIN ATOMIC
          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ATOMIC INSERT INTO failed VALUES (1); END;
          IF n.id > 1 THEN SET n.id = CASE n.id WHEN 2 THEN 1 ELSE 0 END; END IF;
          each_row: FOR SELECT a FROM t DO INSERT INTO u VALUES (a); END FOR each_row;
        END""";
    assertThat(ScriptFixture.split(ScriptSyntax.standard(), trigger + ";\nSELECT 1;"))
        .containsExactly(trigger, "SELECT 1");
  }

  @Test
  void standardSyntax_compoundStatementMayBeTheWholeBody() {
    String procedure = "CREATE PROCEDURE p() MODIFIES SQL DATA IF 1 = 1 THEN DELETE FROM t; END IF";
    assertThat(ScriptFixture.split(ScriptSyntax.standard(), procedure + "; SELECT 1"))
        .containsExactly(procedure, "SELECT 1");
  }

  @Test
  void unfinishedLiteral_isAnError() {
    assertUnfinished("SELECT 1;\nSELECT 'it''s; SELECT 2;\n", """
        [unfinished-script] The SQL script has a literal without an end.
          where: line 2
          begins: 'it''s; SELECT 2;
          fix: close it with ', which inside is written twice.""");
  }

  @Test
  void unfinishedName_isAnError() {
    assertUnfinished("SELECT \"a", """
        [unfinished-script] The SQL script has a quoted name without an end.
          where: line 1
          begins: "a
          fix: close it with ", which inside is written twice.""");
  }

  @Test
  void unfinishedComment_isAnError() {
    assertUnfinished(
        "SELECT 1;\r\n\r\n/* SELECT 2; a text that is too long to be shown in full here, so it is cut",
        """
        [unfinished-script] The SQL script has a comment without an end.
          where: line 3
          begins: /* SELECT 2; a text that is too long to be shown in full her...
          fix: close it with */.""");
  }

  @Test
  void unfinishedBody_isAnError() {
    assertThatThrownBy(() -> ScriptFixture.split(
            ScriptSyntax.standard(),
            "-- clean\nCREATE PROCEDURE clean()\nBEGIN ATOMIC DELETE FROM t; SELECT 1;"))
        .isInstanceOf(MigrationException.class)
        .hasMessage("""
            [unfinished-script] The SQL script has a statement without an end.
              where: line 2
              begins: CREATE PROCEDURE clean()
              fix: close each BEGIN, CASE, IF and loop in it with its END.""");
  }

  @Test
  void longScriptTakesTimeInProportionToItsLength() {
    String row = "INSERT INTO a$b (c) VALUES ('it''s;', $1, \"x\", 1.5e3 /* ; */); -- next\n";
    assertThat(StatementSplitter.split(row.repeat(100_000), ScriptSyntax.postgresql()))
        .hasSize(100_000)
        .last()
        .extracting(ScriptStatement::line)
        .isEqualTo(99_999);
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.of(), script);
  }

  private static void assertUnfinished(String script, String message) {
    assertThatThrownBy(() -> split(script))
        .isInstanceOf(MigrationException.class)
        .hasMessage(message);
  }
}
