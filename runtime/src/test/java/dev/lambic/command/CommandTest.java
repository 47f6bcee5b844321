package dev.lambic.command;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.config.Config;
import dev.lambic.error.MigrationException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.runtime.MigrationInfo;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.runtime.MigrationStep;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandTest {
  private final H2 h2 = new H2();
  private final History history = new History()
      .revision("a1", "", table("t1"), drop("t1"))
      .revision("b2", "a1", table("t2"), drop("t2"))
      .revision("c3", "a1", table("t3"), drop("t3"))
      .revision("d4", List.of("b2", "c3"), table("t4"), drop("t4"));

  private static History.Step table(String name) {
    return op -> op.createTable(name, column("id", integer()));
  }

  private static History.Step drop(String name) {
    return op -> op.dropTable(name);
  }

  @AfterEach
  void close() {
    h2.close();
  }

  private Config.Builder config() {
    return Config.builder()
        .url(h2.url())
        .scriptDirectory(history.scriptDirectory())
        .listener(new MigrationListener() {});
  }

  private Command command() {
    return new Command(config().build());
  }

  @Test
  void upgrade_toHead_runsEverything_andNamesTheHead() {
    RunResult result = command().upgrade("head");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "T1", "T2", "T3", "T4");
    assertThat(h2.versions()).containsExactly("d4");
    assertThat(result.before()).isEmpty();
    assertThat(result.after()).containsExactly("d4");
    assertThat(result.steps())
        .extracting(step -> step.upRevisionId().orElseThrow())
        .containsExactly("a1", "c3", "b2", "d4");
  }

  @Test
  void upgrade_toAForkedRevision_keepsARowForEachBranch() {
    command().upgrade("b2");
    command().upgrade("c3");
    assertThat(h2.versions()).containsExactly("b2", "c3");
    command().upgrade("head");
    assertThat(h2.versions()).containsExactly("d4");
  }

  @Test
  void downgrade_acrossAMerge_bringsBothBranchesBack() {
    command().upgrade("head");
    command().downgrade("b2");
    assertThat(h2.versions()).containsExactly("b2", "c3");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "T1", "T2", "T3");
    command().downgrade("a1");
    assertThat(h2.versions()).containsExactly("a1");
  }

  @Test
  void downgrade_toBase_leavesAnEmptyVersionTable_andUpgradeComesBack() {
    command().upgrade("head");
    RunResult down = command().downgrade("base");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION");
    assertThat(h2.versions()).isEmpty();
    assertThat(down.after()).isEmpty();
    assertThat(down.steps()).noneMatch(MigrationInfo::isUpgrade);
    command().upgrade("head");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION", "T1", "T2", "T3", "T4");
  }

  @Test
  void upgrade_withNothingToDo_writesNothing() {
    command().upgrade("head");
    RunResult again = command().upgrade("head");
    assertThat(again.steps()).isEmpty();
    assertThat(again.after()).containsExactly("d4");
  }

  @Test
  void downgrade_ofAnEmptyDatabase_createsNoTable() {
    assertThat(command().downgrade("base").steps()).isEmpty();
    assertThat(h2.tables()).isEmpty();
  }

  @Test
  void downgrade_fromARowThatIsOnlyTheBeginningOfAnId_isRefusedBeforeAnythingRuns() {
    command().upgrade("b2");
    h2.execute("UPDATE alembic_version SET version_num = 'b2b2'");
    ScriptDirectory other = new History()
        .revision("b2b2b2", "", op -> {}, op -> op.execute("DROP TABLE t1"))
        .scriptDirectory();
    assertThatThrownBy(() -> new Command(config().scriptDirectory(other).build()).downgrade("base"))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [step-does-not-fit] The step 'downgrade b2b2b2 -> ' takes away row 'b2b2b2', which is not there.
              in database: b2b2
              fix: if you named several revisions, name only the newest of each line; else see with 'current' where the database stands, and 'stamp' it where it really is.""");
    assertThat(h2.versions()).containsExactly("b2b2");
  }

  @Test
  void stamp_writesTheVersionTable_andRunsNoMigration() {
    RunResult result = command().stamp("b2");
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION");
    assertThat(h2.versions()).containsExactly("b2");
    assertThat(result.steps()).allMatch(MigrationInfo::isStamp);
    command().stamp("head");
    assertThat(h2.versions()).containsExactly("d4");
    command().stamp("b2", "c3");
    assertThat(h2.versions()).containsExactly("b2", "c3");
    command().stamp("base");
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void current_ofAnEmptyDatabase_isNothing_andCreatesNoTable() {
    assertThat(command().current())
        .isEqualTo(new CurrentResult(List.of(), List.of(), List.of(), List.of("d4")));
    assertThat(h2.tables()).isEmpty();
  }

  @Test
  void current_namesWhatTheHistoryDoesNotHave() {
    command().upgrade("b2");
    h2.execute("INSERT INTO alembic_version VALUES ('ffff')");
    CurrentResult current = command().current();
    assertThat(current.scripts()).extracting(script -> script.revision()).containsExactly("b2");
    assertThat(current.unknown()).containsExactly("ffff");
  }

  @Test
  void history_saysWhereTheDatabaseStands_ifAsked() {
    command().upgrade("b2");
    assertThat(command().history("", true))
        .extracting(entry -> entry.script().logEntry(entry.isCurrent()))
        .containsExactly(
            "b2, c3 -> d4 (head) (mergepoint), do d4",
            "a1 -> b2 (current), do b2",
            "a1 -> c3, do c3",
            "<base> -> a1 (branchpoint), do a1");
  }

  @Test
  void history_takesARange() {
    command().upgrade("b2");
    assertThat(command().history("b2:", false))
        .extracting(entry -> entry.script().revision())
        .containsExactly("d4", "b2");
    assertThat(command().history(":current", false))
        .extracting(entry -> entry.script().revision())
        .containsExactly("b2", "a1");
    assertThatThrownBy(() -> command().history("b2", false))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
            [unsuitable-revision] A range of the history has two ends; 'b2' has one.
              fix: write 'older:newer', such as 'b2:' for all that came after it.""");
    assertThatThrownBy(() -> command().history("b2:c3:d4", false))
        .isInstanceOf(RevisionException.class)
        .hasMessageStartingWith(
            "[unsuitable-revision] A range of the history has two ends; 'b2:c3:d4' has more.");
  }

  @Test
  void history_upToCurrent_ofADatabaseOnSeveralRevisions_hasThemAll() {
    command().stamp("b2", "c3");
    assertThat(command().history(":current", false))
        .extracting(entry -> entry.script().revision())
        .containsExactly("b2", "c3", "a1");
    assertThat(command().history("current:", false))
        .extracting(entry -> entry.script().revision())
        .containsExactly("d4", "b2", "c3");
  }

  @Test
  void heads_doNotTouchTheDatabase() {
    Command offline =
        new Command(Config.builder().scriptDirectory(history.scriptDirectory()).build());
    assertThat(offline.heads()).extracting(script -> script.revision()).containsExactly("d4");
  }

  @Test
  void anUnknownTarget_leavesTheDatabaseAsItWas() {
    assertThatThrownBy(() -> command().upgrade("zzzz")).isInstanceOf(ResolutionException.class);
    assertThat(h2.tables()).isEmpty();
  }

  @Test
  void aFailedMigration_keepsWhatWasDoneBefore_andTheNextRunGoesOn() {
    boolean[] broken = {true};
    history.revision(
        "e5",
        "d4",
        op -> op.execute(broken[0] ? "CREATE GARBAGE" : "CREATE TABLE t5 (id INT)"),
        op -> {});
    assertThatThrownBy(() -> command().upgrade("head")).isInstanceOf(MigrationException.class);
    assertThat(h2.versions()).containsExactly("d4");
    broken[0] = false;
    assertThat(command().upgrade("head").steps()).hasSize(1);
    assertThat(h2.tables()).contains("T5");
  }

  @Test
  void theListenerIsToldEachStep() {
    List<String> told = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void stepStarted(MigrationStep step) {
        told.add("start " + step);
      }

      @Override
      public void stepFinished(MigrationStep step, List<String> heads, Duration took) {
        told.add("end " + heads);
      }
    };
    new Command(config().listener(listener).build()).upgrade("b2");
    assertThat(told)
        .containsExactly(
            "start upgrade  -> a1, do a1", "end [a1]", "start upgrade a1 -> b2, do b2", "end [b2]");
  }

  @Test
  void anotherVersionTableIsUsedWhereConfigured() {
    h2.execute("CREATE SCHEMA ops");
    new Command(config().versionTable("shop_version").versionTableSchema("ops").build())
        .upgrade("a1");
    assertThat(h2.query("SELECT version_num FROM ops.shop_version")).containsExactly("a1");
    assertThat(h2.tables()).containsExactly("T1");
  }

  @Test
  void aDatabaseThatAlembicLeft_isTakenOver() {
    h2.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        + "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    h2.execute("INSERT INTO alembic_version VALUES ('b2'), ('c3')");
    command().upgrade("head");
    assertThat(h2.versions()).containsExactly("d4");
    assertThat(h2.tables().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .containsExactly("alembic_version", "t4");
  }

  @Test
  void anEnvironmentThatThrows_isReported() {
    Config config = config()
        .environment(context -> {
          throw new java.io.IOException("no vault");
        })
        .build();
    assertThatThrownBy(() -> new Command(config).upgrade("head"))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "[migration-failed] The environment of the run failed.\n  threw: java.io.IOException: no vault");
  }

  @Test
  void aDatabaseThatIsAhead_saysWhichRevisionsThisBuildLacks() {
    command().upgrade("head");
    ScriptDirectory older = History.graph("a1 -> b2");
    assertThatThrownBy(() -> new Command(config().scriptDirectory(older).build()).upgrade("head"))
        .hasMessageStartingWith("[database-ahead] ")
        .hasMessageContaining("this build lacks:")
        .hasMessageContaining("c3 (do c3), applied ")
        .hasMessageContaining("d4 (do d4), applied ");
  }

  @Test
  void stamp_withPurge_getsRidOfWhatTheHistoryDoesNotKnow() {
    command().upgrade("b2");
    h2.execute("INSERT INTO alembic_version VALUES ('ffff')");
    assertThatThrownBy(() -> command().stamp("a1")).isInstanceOf(RevisionException.class);
    RunResult result = command().stamp(true, "a1");
    assertThat(h2.versions()).containsExactly("a1");
    assertThat(result.before()).containsExactly("b2", "ffff");
    assertThat(result.after()).containsExactly("a1");
    assertThat(command().stamp(true, "base").after()).isEmpty();
    assertThat(h2.versions()).isEmpty();
  }

  @Test
  void stamp_withPurge_ofAnUnknownRevision_leavesTheTableAsItWas() {
    command().upgrade("b2");
    assertThatThrownBy(() -> command().stamp(true, "zzzz")).isInstanceOf(ResolutionException.class);
    assertThat(h2.versions()).containsExactly("b2");
  }

  @Test
  void ensureVersion_createsTheTableOnce() {
    assertThat(command().ensureVersion()).isTrue();
    assertThat(h2.tables()).containsExactly("ALEMBIC_VERSION");
    assertThat(command().ensureVersion()).isFalse();
  }

  @Test
  void current_mayDemandTheHeads() {
    command().upgrade("b2");
    assertThatThrownBy(() -> command().current(true))
        .isInstanceOf(RevisionException.class)
        .hasMessage("""
        [not-at-heads] The database does not stand on the heads of the history.
          in database: b2 (do b2)
          in project: d4 (do d4)
          fix: bring it there with 'upgrade', or run the build that it belongs to.""");
    assertThat(command().current(false).isAtHeads()).isFalse();
    command().upgrade("head");
    assertThat(command().current(true).isAtHeads()).isTrue();
  }

  private String script(Consumer<StringBuilder> writing) {
    StringBuilder output = new StringBuilder();
    writing.accept(output);
    return output.toString();
  }

  @Test
  void scriptsAreWrittenWithoutADatabase() {
    Command offline = new Command(Config.builder()
        .scriptDirectory(history.scriptDirectory())
        .url("jdbc:h2:tcp://localhost:1/nowhere")
        .build());
    assertThat(script(output -> offline.upgradeSql("a1:b2", output))).isEqualTo("""
            -- Running upgrade a1 -> b2

            CREATE TABLE t2 (
                id INTEGER
            );

            UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

            """);
    assertThat(script(output -> offline.downgradeSql("b2:a1", output))).contains("DROP TABLE t2;");
    assertThat(script(output -> offline.stampSql(output, "a1:b2")))
        .contains("UPDATE alembic_version SET version_num='b2'");
    assertThat(script(offline::ensureVersionSql)).startsWith("CREATE TABLE alembic_version (");
    assertThatThrownBy(() -> offline.downgradeSql("a1", new StringBuilder()))
        .hasMessageStartingWith(
            "[missing-option] A script that leads down to 'a1' has to know from where.");
    assertThatThrownBy(() -> offline.stampSql(new StringBuilder(), "a1:b2", "b2:c3"))
        .hasMessage("""
            [unsuitable-revision] A script stamps a database that stands on one thing, not on a1 and on b2.
              fix: write the same in front of each ':'.""");
  }

  private static List<String> ids(List<Script> scripts) {
    return scripts.stream().map(Script::revision).toList();
  }

  @Test
  void readingCommandsTellOfTheHistory() {
    assertThat(ids(command().branches())).containsExactly("a1");
    assertThat(ids(command().realHeads())).containsExactly("d4");
    assertThat(ids(command().show("c3"))).containsExactly("c3");
    assertThat(h2.tables()).isEmpty();
  }

  @Test
  void appliedNamesAllThatTheRowsImply_andWritesNothing() {
    assertThat(command().applied()).isEqualTo(new AppliedResult(List.of(), List.of(), List.of()));
    assertThat(h2.tables()).isEmpty();
    command().upgrade("b2");
    h2.execute("INSERT INTO alembic_version VALUES ('x9')");
    AppliedResult applied = command().applied();
    assertThat(applied.rows()).containsExactlyInAnyOrder("b2", "x9");
    assertThat(ids(applied.applied())).containsExactly("a1", "b2");
    assertThat(applied.unknown()).containsExactly("x9");
    assertThat(ids(command().show("current"))).containsExactly("b2");
  }

  @Test
  void listenerIsToldHowManyStepsThereAre() {
    List<Integer> planned = new ArrayList<>();
    Config config = config()
        .listener(new MigrationListener() {
          @Override
          public void planned(int steps) {
            planned.add(steps);
          }
        })
        .build();
    new Command(config).upgrade("head");
    assertThat(planned).containsExactly(4);
  }
}
