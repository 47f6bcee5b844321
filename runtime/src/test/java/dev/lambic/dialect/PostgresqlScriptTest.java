package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresqlScriptTest {
  @Test
  void dollarQuotedBodyIsText() {
    String function = """
        CREATE FUNCTION f() RETURNS trigger AS $$
        BEGIN
          NEW.name := 'it''s'; -- don't
          RETURN NEW;
        END; $$ LANGUAGE plpgsql""";
    assertThat(split(function + ";\nSELECT 1;")).containsExactly(function, "SELECT 1");
  }

  @Test
  void dollarQuoteEndsAtItsOwnTagOnly() {
    String block = "DO $body$ BEGIN EXECUTE $$SELECT ';'$$; PERFORM $b$;$b$; END $body$";
    assertThat(split(block + "; SELECT 1")).containsExactly(block, "SELECT 1");
  }

  @Test
  void tagMayBeAnyName() {
    assertThat(split("SELECT $\u00E9_1$;$\u00E9_1$; SELECT 2"))
        .containsExactly("SELECT $\u00E9_1$;$\u00E9_1$", "SELECT 2");
  }

  @Test
  void tagIsCaseSensitive() {
    assertThat(split("SELECT $a$;$A$;$a$; SELECT 2"))
        .containsExactly("SELECT $a$;$A$;$a$", "SELECT 2");
  }

  @Test
  void parameterIsNoDollarQuote() {
    assertThat(split("PREPARE p AS SELECT $1, $2; EXECUTE p(1, 2); SELECT $1$$;$$"))
        .containsExactly("PREPARE p AS SELECT $1, $2", "EXECUTE p(1, 2)", "SELECT $1$$;$$");
  }

  @Test
  void dollarInNameIsNoDollarQuote() {
    assertThat(split("SELECT a$b$c; SELECT d$b$e, f$$; SELECT $$;$$"))
        .containsExactly("SELECT a$b$c", "SELECT d$b$e, f$$", "SELECT $$;$$");
  }

  @Test
  void backslashEscapesInEscapeLiteralsOnly() {
    assertThat(split("SELECT E'it\\'s;', e'\\\\', 'C:\\'; SELECT name'\\'"))
        .containsExactly("SELECT E'it\\'s;', e'\\\\', 'C:\\'", "SELECT name'\\'");
  }

  @Test
  void escapeLiteralGoesOnInTheNextLine() {
    assertThat(split("SELECT E'a'\n  'b\\';'; SELECT 2"))
        .containsExactly("SELECT E'a'\n  'b\\';'", "SELECT 2");
  }

  @Test
  void commentsNest() {
    assertThat(split("/* a /* b; */ c; */ SELECT 1; SELECT 2"))
        .containsExactly("/* a /* b; */ c; */ SELECT 1", "SELECT 2");
  }

  @Test
  void openNestedComment_isAnError() {
    assertThatThrownBy(() -> split("/* a /* b */ SELECT 1;")).hasMessage("""
            [unfinished-script] The SQL script has a comment without an end.
              where: line 1
              begins: /* a /* b */ SELECT 1;
              fix: close it with */, once for each /* inside it.""");
  }

  @Test
  void openDollarQuote_isAnError() {
    assertThatThrownBy(() -> split("SELECT 1;\nDO $x$ BEGIN $$; END $X$;")).hasMessage("""
            [unfinished-script] The SQL script has a dollar-quoted literal without an end.
              where: line 2
              begins: $x$ BEGIN $$; END $X$;
              fix: close it with $x$.""");
  }

  @Test
  void atomicBodyHoldsSemicolons() {
    String function = """
        CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE sql
        BEGIN ATOMIC
          INSERT INTO t VALUES (CASE WHEN x > 1 THEN 1 ELSE x END);
          SELECT end_date FROM t;
        END""";
    assertThat(split(function + ";\nCREATE PROCEDURE p() begin atomic end; SELECT 1"))
        .containsExactly(function, "CREATE PROCEDURE p() begin atomic end", "SELECT 1");
  }

  @Test
  void functionNamedBeginHasNoBody() {
    assertThat(split("CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT 1"))
        .containsExactly("CREATE FUNCTION begin() RETURNS int RETURN 1", "SELECT 1");
  }

  @Test
  void ruleHoldsSeveralActionsInParentheses() {
    String rule = "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v (((1))))";
    assertThat(split(rule + "; SELECT 1")).containsExactly(rule, "SELECT 1");
  }

  @Test
  void openParenthesis_isAnError() {
    assertThatThrownBy(() -> split("SELECT 1;\nINSERT INTO t VALUES ((1);\nSELECT 2;"))
        .hasMessage("""
            [unfinished-script] The SQL script has a statement without an end.
              where: line 2
              begins: INSERT INTO t VALUES ((1);
              fix: close each ( in it with ).""");
  }

  @Test
  void transactionIsNoBody() {
    assertThat(split(
            "BEGIN; SELECT 1; COMMIT; BEGIN WORK; END; BEGIN ISOLATION LEVEL SERIALIZABLE; END"))
        .containsExactly(
            "BEGIN",
            "SELECT 1",
            "COMMIT",
            "BEGIN WORK",
            "END",
            "BEGIN ISOLATION LEVEL SERIALIZABLE",
            "END");
  }

  @Test
  void arraySubscriptIsNoQuotedName() {
    assertThat(split("SELECT a[1:2]; SELECT '{a]'::text[]"))
        .containsExactly("SELECT a[1:2]", "SELECT '{a]'::text[]");
  }

  @Test
  void hashIsAnOperator() {
    assertThat(split("SELECT 5 # 3; SELECT a #>> '{x}'"))
        .containsExactly("SELECT 5 # 3", "SELECT a #>> '{x}'");
  }

  @Test
  void clientCommandIsLeftToTheServer() {
    assertThat(split("\\connect shop\nSELECT 1;")).containsExactly("\\connect shop\nSELECT 1");
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.postgresql(), script);
  }
}
