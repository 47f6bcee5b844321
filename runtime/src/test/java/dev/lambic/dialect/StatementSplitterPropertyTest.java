package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSplitterPropertyTest {
  private static final List<String> ANYWHERE = List.of(
      "SELECT 1",
      "INSERT INTO t VALUES ('a;b', 'it''s', \"c;d\", 'line\r\nbreak')",
      "-- why; it's so\nUPDATE t SET a = CASE WHEN b = 1 THEN 2 END",
      "/* why; it's so */ DROP TABLE IF EXISTS t",
      "CREATE TABLE event (begin_date DATE, end_date DATE)",
      "SELECT '\uD83C\uDF7E;' /* end */");

  private record Family(String name, ScriptSyntax syntax, List<String> statements) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Family> families() {
    return List.of(
        new Family(
            "standard",
            ScriptSyntax.standard(),
            List.of(
                "BEGIN",
                "COMMIT",
                "CREATE TRIGGER t AFTER INSERT ON u BEGIN ATOMIC DELETE FROM v; END")),
        new Family(
            "h2",
            ScriptSyntax.h2(),
            List.of("CREATE ALIAS f AS $$ int f() { return ';'; } $$", "SELECT `;` // ;'\n+ 1")),
        new Family(
            "postgresql",
            ScriptSyntax.postgresql(),
            List.of(
                "BEGIN",
                "END",
                "DO $a$ BEGIN; $b$;$b$ END $a$",
                "SELECT E'\\';', a$b$c, $1",
                "/* /* ; */ ; */ SELECT 2")),
        new Family(
            "mysql",
            ScriptSyntax.mysql(),
            List.of(
                "BEGIN",
                "COMMIT",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT IF(b, 1, 2); END IF; END",
                "SELECT '\\';', `;` # ;",
                "/*!40101 SET a = 1; */")),
        new Family(
            "sqlite",
            ScriptSyntax.sqlite(),
            List.of(
                "BEGIN",
                "END",
                "CREATE TRIGGER t AFTER INSERT ON u BEGIN SELECT CASE WHEN 1 THEN 2 END; END")),
        new Family(
            "oracle",
            ScriptSyntax.oracle(),
            List.of("SELECT q'[;']' FROM dual", "CREATE TYPE t AS TABLE OF INT")));
  }

  @ParameterizedTest
  @MethodSource("families")
  void splitGivesBackWhatWasJoined(Family family) {
    Random random = new Random(20260101);
    for (int round = 0; round < 300; round++) {
      List<String> statements = random
          .ints(random.nextInt(1, 12), 0, ANYWHERE.size() + family.statements().size())
          .mapToObj(i ->
              i < ANYWHERE.size() ? ANYWHERE.get(i) : family.statements().get(i - ANYWHERE.size()))
          .toList();
      String script = String.join("\n;\n", statements) + (random.nextBoolean() ? "\n;\r\n" : "");

      assertThat(ScriptFixture.split(family.syntax(), script)).isEqualTo(statements);
    }
  }
}
