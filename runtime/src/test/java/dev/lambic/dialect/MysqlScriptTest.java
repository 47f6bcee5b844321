package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlScriptTest {
  @Test
  void delimiterCommandReplacesTheSemicolon() {
    assertThat(split("""
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END//
                CREATE PROCEDURE q() SELECT 1; //
                DELIMITER ;
                SELECT 3; SELECT 4
                """))
        .containsExactly(
            "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
            "CREATE PROCEDURE q() SELECT 1;",
            "SELECT 3",
            "SELECT 4");
  }

  @Test
  void delimiterMayTouchAWord() {
    assertThat(split(
            "delimiter $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\r\ndelimiter ;\r\nSELECT 2;"))
        .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; END", "SELECT 2");
  }

  @Test
  void delimiterInLiteralOrComment_isText() {
    assertThat(split("DELIMITER //\nSELECT '//', `//` /* // */ //\nSELECT 2 //"))
        .containsExactly("SELECT '//', `//` /* // */", "SELECT 2");
  }

  @Test
  void commentInFrontOfDelimiterCommand_isDropped() {
    assertThat(split("-- routines\nDELIMITER ;;\nSELECT 1; SELECT 2;;"))
        .containsExactly("SELECT 1; SELECT 2");
  }

  @Test
  void columnMayBeNamedDelimiter() {
    assertThat(split("CREATE TABLE t (\ndelimiter varchar(10)\n); SELECT 1"))
        .containsExactly("CREATE TABLE t (\ndelimiter varchar(10)\n)", "SELECT 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE PROCEDURE p() BEGIN SELECT 1; END",
        "create procedure p() begin if 1 then select 1; end if; end",
        "CREATE DEFINER=`root`@`localhost` PROCEDURE p(IN begin INT) BEGIN SELECT begin; END",
        "CREATE DEFINER = root@localhost FUNCTION f() RETURNS INT DETERMINISTIC BEGIN RETURN 1; END",
        "CREATE OR REPLACE PROCEDURE IF NOT EXISTS p() COMMENT 'x;' BEGIN SELECT 1; END",
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF",
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW FOLLOWS v BEGIN SET NEW.b = 1; END",
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY ENDS '2030-01-01' DO BEGIN SELECT 1; END",
        "ALTER EVENT e DO BEGIN SELECT 1; END",
        "CREATE PROCEDURE p() BEGIN SELECT IF(a, 1, 2), REPEAT('x', 3), NEW.end, @end FROM t; END",
        "CREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS t; CREATE TABLE IF NOT EXISTS t (a INT); END",
        "CREATE PROCEDURE p() BEGIN IF EXISTS (SELECT 1) THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT 3; END IF; END",
        "CREATE PROCEDURE p() BEGIN IF (a) THEN SELECT CASE WHEN b THEN IF(c, 1, 2) ELSE IF(d, 1, 2) END; END IF; END",
        "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; SELECT 2; END",
        "CREATE PROCEDURE p() BEGIN x: LOOP LEAVE x; END LOOP x; SELECT 1; END",
        "CREATE PROCEDURE p() outer_block: BEGIN WHILE a DO SELECT 1; END WHILE; SELECT 2; END outer_block",
        "CREATE PROCEDURE p() BEGIN REPEAT SET i = i + 1; UNTIL i > 5 END REPEAT; SELECT 2; END",
        "CREATE PROCEDURE p() BEGIN FOR i IN 1..n DO SELECT i; END FOR; SELECT 2; END",
        "CREATE PROCEDURE p() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE EXIT HANDLER FOR NOT FOUND BEGIN SELECT 1; END; SELECT 2; END",
        "CREATE PROCEDURE p() BEGIN DECLARE begin, end_date INT; SET begin = 1; SELECT 2; END",
        "CREATE PROCEDURE p() BEGIN # it's; END\nSELECT 1; END",
        "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
        "IF a THEN SELECT 1; END IF",
        "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN SET @a = 1; END */",
      })
  void bodyHoldsSemicolonsWithoutDelimiterCommand(String statement) {
    assertThat(split(statement + ";\nSELECT 9;")).containsExactly(statement, "SELECT 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION f(begin INT) RETURNS INT DETERMINISTIC RETURN begin + 1",
        "CREATE FUNCTION f(a INT) RETURNS INT RETURN IF(a, 1, CASE a WHEN 1 THEN 2 END)",
        "CREATE TRIGGER begin BEFORE INSERT ON begin FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
        "CREATE PROCEDURE `begin`() SELECT 1",
        "CREATE TABLE event (begin DATETIME, end DATETIME)",
        "CREATE DEFINER = u@h SQL SECURITY DEFINER VIEW v AS SELECT begin FROM event",
        "START TRANSACTION",
        "BEGIN",
        "BEGIN WORK",
      })
  void statementWithoutBodyEndsAtTheSemicolon(String statement) {
    assertThat(split(statement + ";\nSELECT 9;")).containsExactly(statement, "SELECT 9");
  }

  @Test
  void backslashEscapesInQuotes() {
    assertThat(split("SELECT 'it\\'s;', \"\\\";\", 'C:\\\\'; SELECT `a\\`; SELECT 3"))
        .containsExactly("SELECT 'it\\'s;', \"\\\";\", 'C:\\\\'", "SELECT `a\\`", "SELECT 3");
  }

  @Test
  void hashStartsAComment() {
    assertThat(split("SELECT 1 # it's; one\n; SELECT 2#;"))
        .containsExactly("SELECT 1 # it's; one", "SELECT 2#;");
  }

  @Test
  void dashesStartACommentBeforeWhiteSpaceOnly() {
    assertThat(split("SELECT 5--1; SELECT 2 -- 1;\n; SELECT 3 --"))
        .containsExactly("SELECT 5--1", "SELECT 2 -- 1;", "SELECT 3 --");
  }

  @Test
  void commentsDoNotNest() {
    assertThat(split("/* a /* b */ SELECT 1; SELECT 2"))
        .containsExactly("/* a /* b */ SELECT 1", "SELECT 2");
  }

  @Test
  void executableCommentIsAStatement() {
    assertThat(
            split("/*!40101 SET NAMES utf8; */; /*M!100100 SET a = '*/;' */; SELECT /*+ x; */ 1"))
        .containsExactly(
            "/*!40101 SET NAMES utf8; */", "/*M!100100 SET a = '*/;' */", "SELECT /*+ x; */ 1");
  }

  @Test
  void openExecutableComment_isAnError() {
    assertThatThrownBy(() -> split("/*!40101 SET a = '*/';")).hasMessage("""
            [unfinished-script] The SQL script has a comment without an end.
              where: line 1
              begins: /*!40101 SET a = '*/';
              fix: close it with */.""");
  }

  @Test
  void backslashAtTheEndOfTheScript_isAnError() {
    assertThatThrownBy(() -> split("SELECT 'a\\"))
        .hasMessageContaining("[unfinished-script] The SQL script has a literal without an end.");
  }

  @Test
  void openBody_isAnError() {
    assertThatThrownBy(
            () -> split("SELECT 1;\nCREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF;"))
        .hasMessageContaining("[unfinished-script] The SQL script has a statement without an end.")
        .hasMessageContaining("where: line 2");
  }

  private static List<String> split(String script) {
    return ScriptFixture.split(ScriptSyntax.mysql(), script);
  }
}
