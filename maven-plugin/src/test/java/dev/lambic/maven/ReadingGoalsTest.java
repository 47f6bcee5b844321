package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class ReadingGoalsTest extends GoalTest {

  @Test
  void currentShowsTheRevision(
      @InjectMojo(goal = "stamp") @MojoParameter(name = "revision", value = "head") StampMojo stamp,
      @InjectMojo(goal = "current") CurrentMojo current)
      throws Exception {
    stamp.execute();
    current.execute();

    assertThat(log.lines()).last().isEqualTo("27c6a30d7c24 (head)");
  }

  @Test
  @InjectMojo(goal = "current")
  void currentOfAnEmptyDatabase_saysSo(CurrentMojo current) throws Exception {
    current.execute();

    assertThat(log.lines())
        .containsExactly(shop.url + " is at no revision: nothing has been applied to it yet.");
  }

  @Test
  @InjectMojo(goal = "current")
  void currentOfADatabaseThatIsAhead_warns(CurrentMojo current) throws Exception {
    execute("CREATE TABLE alembic_version (version_num VARCHAR(32))");
    execute("INSERT INTO alembic_version VALUES ('0123456789ab')");

    current.execute();

    assertThat(log.lines())
        .containsExactly("WARNING " + shop.url
            + " is at a revision that this build does not have: 0123456789ab");
  }

  @Test
  void currentVerbose_showsEverything(
      @InjectMojo(goal = "stamp") @MojoParameter(name = "revision", value = "1975") StampMojo stamp,
      @InjectMojo(goal = "current") @MojoParameter(name = "verbose", value = "true")
          CurrentMojo current)
      throws Exception {
    stamp.execute();
    current.execute();

    assertThat(log.lines())
        .endsWith(
            "Current revisions of " + shop.url + ":",
            "Rev: 1975ea83b712",
            "Parent: <base>",
            "Path: shop.CreateAccount",
            "",
            "    create account",
            "");
  }

  @Test
  @InjectMojo(goal = "heads")
  void headsNeedNoDatabase(HeadsMojo heads) throws Exception {
    shop.session.getUserProperties().clear();

    heads.execute();

    assertThat(log.lines()).containsExactly("27c6a30d7c24 (head)");
  }

  @Test
  @InjectMojo(goal = "heads")
  @MojoParameter(name = "verbose", value = "true")
  void headsVerbose_showsEverything(HeadsMojo heads) throws Exception {
    heads.execute();

    assertThat(log.lines())
        .containsExactly(
            "Rev: 27c6a30d7c24 (head)",
            "Parent: 1975ea83b712",
            "Path: shop.AddAccountEmail",
            "",
            "    add account.email",
            "");
  }

  @Test
  @InjectMojo(goal = "history")
  void historyNeedsNoDatabase(HistoryMojo history) throws Exception {
    shop.session.getUserProperties().clear();

    history.execute();

    assertThat(log.lines())
        .containsExactly(
            "1975ea83b712 -> 27c6a30d7c24 (head), add account.email",
            "<base> -> 1975ea83b712, create account");
  }

  @Test
  @InjectMojo(goal = "history")
  @MojoParameter(name = "revRange", value = ":1975")
  void historyOfARange(HistoryMojo history) throws Exception {
    history.execute();

    assertThat(log.lines()).containsExactly("<base> -> 1975ea83b712, create account");
  }

  @Test
  @InjectMojo(goal = "history")
  @MojoParameter(name = "revRange", value = "current:")
  void historyFromTheCurrentRevision_needsTheDatabase(HistoryMojo history) {
    shop.session.getUserProperties().clear();

    assertThatThrownBy(history::execute)
        .hasMessageContaining("Goal 'history' does not know which database to connect to.");
  }

  @Test
  @InjectMojo(goal = "history")
  @MojoParameter(name = "revRange", value = "27c6")
  void historyOfAHalfRange_namesTheParameter(HistoryMojo history) {
    assertThatThrownBy(history::execute).hasMessage("""

            [unsuitable-revision] A range of the history has two ends; '27c6' has one.
              where: goal 'history' (<revRange>, -Dmigrate.revRange)
              fix: write 'older:newer', such as '27c6:' for all that came after it.""");
  }

  @Test
  void historyMarksTheCurrentRevision(
      @InjectMojo(goal = "stamp") @MojoParameter(name = "revision", value = "1975") StampMojo stamp,
      @InjectMojo(goal = "history") @MojoParameter(name = "indicateCurrent", value = "true")
          HistoryMojo history)
      throws Exception {
    stamp.execute();
    history.execute();

    assertThat(log.lines()).last().isEqualTo("<base> -> 1975ea83b712 (current), create account");
  }

  @Test
  void currentChecksTheHeads(
      @InjectMojo(goal = "stamp") @MojoParameter(name = "revision", value = "1975") StampMojo stamp,
      @InjectMojo(goal = "current") @MojoParameter(name = "checkHeads", value = "true")
          CurrentMojo current)
      throws Exception {
    stamp.execute();
    assertThatThrownBy(current::execute).hasMessage("""

        [not-at-heads] The database does not stand on the heads of the history.
          in database: 1975ea83b712 (create account)
          in project: 27c6a30d7c24 (add account.email)
          fix: bring it there with 'upgrade', or run the build that it belongs to.""");
  }

  @Test
  @InjectMojo(goal = "history")
  @MojoParameter(name = "graph", value = "ascii")
  void historyIsDrawn(HistoryMojo history) throws Exception {
    history.execute();

    assertThat(log.lines())
        .containsExactly(
            "*  27c6a30d7c24 (head), add account.email", "*  1975ea83b712, create account");
  }

  @Test
  @InjectMojo(goal = "history")
  @MojoParameter(name = "graph", value = "pretty")
  void unknownGraph_isRefused(HistoryMojo history) {
    assertThatThrownBy(history::execute).hasMessage("""

        [missing-option] 'pretty' is none of the values of 'graph'.
          where: <graph>, -Dmigrate.graph
          values: false, true, unicode, ascii
          fix: pass one of them.""");
  }

  @Test
  @InjectMojo(goal = "heads")
  @MojoParameter(name = "json", value = "target/out/heads.json")
  void jsonGoesToAFile(HeadsMojo heads) throws Exception {
    heads.execute();

    assertThat(log.lines()).isEmpty();
    assertThat(
            Files.readString(shop.project.getBasedir().toPath().resolve("target/out/heads.json")))
        .isEqualTo("""
            [
              {
                "revision": "27c6a30d7c24",
                "downRevisions": [
                  "1975ea83b712"
                ],
                "dependsOn": [],
                "nextRevisions": [],
                "branchLabels": [],
                "message": "add account.email",
                "createDate": "",
                "className": "shop.AddAccountEmail",
                "isReversible": true,
                "isHead": true,
                "isBase": false,
                "isBranchPoint": false,
                "isMergePoint": false
              }
            ]
            """);
  }

  @Test
  @InjectMojo(goal = "show")
  @MojoParameter(name = "revision", value = "1975")
  void showTellsEverything(ShowMojo show) throws Exception {
    shop.session.getUserProperties().clear();

    show.execute();

    assertThat(log.lines())
        .containsExactly(
            "Rev: 1975ea83b712",
            "Parent: <base>",
            "Path: shop.CreateAccount",
            "",
            "    create account",
            "");
  }

  @Test
  @InjectMojo(goal = "show")
  void showWithoutARevision_saysWhatToPass(ShowMojo show) {
    assertThatThrownBy(show::execute)
        .hasMessageContaining("[missing-option] Goal 'show' does not know which revision to show.");
  }

  @Test
  @InjectMojo(goal = "branches")
  void branchesOfAStraightHistory_areNone(BranchesMojo branches) throws Exception {
    branches.execute();

    assertThat(log.lines()).isEmpty();
  }

  @Test
  @InjectMojo(goal = "report")
  void reportAsksTheDatabase(ReportMojo report) throws Exception {
    report.execute();

    assertThat(log.lines()).hasSize(1).first().asString().startsWith("Wrote ");
  }
}
