package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleScriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE OR REPLACE PACKAGE BODY p AS\n  PROCEDURE a IS BEGIN NULL; END;\nEND p;",
        "create or replace editionable function f return number is begin return 4\n/ 2; end;",
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN :NEW.a := q'[;\n/\n']'; END;",
        "CREATE TYPE BODY t AS MEMBER FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; END;",
        "CREATE OR REPLACE AND COMPILE JAVA SOURCE NAMED j AS class J { void f() { g(); create(); } }",
        "DECLARE x NUMBER; BEGIN EXECUTE IMMEDIATE 'DROP TABLE t'; END;",
        "BEGIN /*\n/\n*/ NULL; END;",
        "<<main>> BEGIN NULL; END main;",
      })
  void programEndsAtTheSlash(String program) {
    assertThat(split(program + "\n/\nSELECT 9 FROM dual;"))
        .containsExactly(program, "SELECT 9 FROM dual");
  }

  @Test
  void lastProgramNeedsNoSlash() {
    assertThat(split("DELETE FROM t; BEGIN a; b; END;"))
        .containsExactly("DELETE FROM t", "BEGIN a; b; END;");
  }

  @Test
  void slashMayFollowAnyStatement() {
    assertThat(
            split(
                "CREATE TYPE t AS OBJECT (a NUMBER);\n/\nCREATE TABLE u (a t)\n  /  \r\nSELECT 1 FROM dual;"))
        .containsExactly(
            "CREATE TYPE t AS OBJECT (a NUMBER)", "CREATE TABLE u (a t)", "SELECT 1 FROM dual");
  }

  @Test
  void divisionIsNoSlashLine() {
    assertThat(split("SELECT 4\n/ 2\n/* half */ FROM dual; SELECT 1 FROM dual"))
        .containsExactly("SELECT 4\n/ 2\n/* half */ FROM dual", "SELECT 1 FROM dual");
  }

  @Test
  void queryWithAProgramEndsAtTheSlashWithoutItsSemicolon() {
    assertThat(
            split(
                "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual;\n/\nDELETE FROM t;"))
        .containsExactly(
            "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual",
            "DELETE FROM t");
  }

  @Test
  void queryWithACommonTableEndsAtTheSemicolon() {
    assertThat(split("WITH package AS (SELECT 1 FROM dual) SELECT * FROM package; DELETE FROM t;"))
        .containsExactly(
            "WITH package AS (SELECT 1 FROM dual) SELECT * FROM package", "DELETE FROM t");
  }

  @Test
  void alternativeQuotesEndAtTheirBracket() {
    assertThat(split(
            "SELECT q'[it's; ]', Nq'{'}', q'<>>'>', Q'!'!;!', q'')'' FROM dual; DELETE FROM t"))
        .containsExactly(
            "SELECT q'[it's; ]', Nq'{'}', q'<>>'>', Q'!'!;!', q'')'' FROM dual", "DELETE FROM t");
  }

  @Test
  void openAlternativeQuote_isAnError() {
    assertThatThrownBy(() -> split("SELECT q'[it's]; FROM dual;")).hasMessage("""
            [unfinished-script] The SQL script has a literal without an end.
              where: line 1
              begins: q'[it's]; FROM dual;
              fix: close it with ]'.""");
  }

  @Test
  void definitionBehindAProgramWithoutSlash_isAnError() {
    assertThatThrownBy(() -> split(
            "DELETE FROM t;\nCREATE PROCEDURE a IS BEGIN NULL; END;\nCREATE TABLE b (c INT);\n"))
        .hasMessage("""
            [unfinished-script] The SQL script has a statement without an end.
              where: line 2
              begins: CREATE PROCEDURE a IS BEGIN NULL; END;
              fix: put a line of nothing but / behind it.""");
  }

  @Test
  void hintsStay() {
    assertThat(split("SELECT /*+ FULL(t) */ a, --+ b;\n c FROM t;"))
        .containsExactly("SELECT /*+ FULL(t) */ a, --+ b;\n c FROM t");
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.oracle(), script);
  }
}
