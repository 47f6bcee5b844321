package dev.lambic.command;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.ProcessRevisionDirectives;
import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.config.Config;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.Rewriter;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.schema.Column;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import dev.lambic.script.RevisionRequest;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCommandsTest {
  private static final Column ID = column("id", integer()).primaryKey();
  private static final RevisionRequest REQUEST =
      RevisionRequest.builder("add email").id("b2").build();

  private final H2 h2 = new H2();
  private final History history = new History()
      .revision(
          "a1",
          "",
          op -> op.createTable("account", ID, column("name", string(50))),
          op -> op.dropTable("account"));

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

  private Command command(AutogenerateOptions options, Column... columns) {
    TargetMetadata target = TargetMetadata.of(MetaData.of(Table.of("account", columns)));
    return new Command(config()
        .option(TargetMetadata.OPTION, target)
        .option(AutogenerateOptions.OPTION, options)
        .build());
  }

  private Command command(Column... columns) {
    return command(AutogenerateOptions.DEFAULT, columns);
  }

  private static AutogenerateOptions processing(ProcessRevisionDirectives process) {
    return AutogenerateOptions.DEFAULT.processRevisionDirectives(process);
  }

  @Test
  void check_ofADatabaseAsTheModelHasIt_isClean_andWritesNothing() {
    Command command = command(ID, column("name", string(50)));
    command.upgrade("head");
    List<String> before = h2.query("SELECT * FROM alembic_version_journal");
    CheckResult result = command.check();
    assertThat(result.isClean()).isTrue();
    assertThat(result.findings()).isEmpty();
    assertThat(h2.query("SELECT * FROM alembic_version_journal")).isEqualTo(before);
  }

  @Test
  void check_namesEachDifference_withWhatLosesData() {
    command().upgrade("head");
    CheckResult result = command(ID, column("email", string(320))).check();
    assertThat(result.isClean()).isFalse();
    assertThat(result.differences())
        .extracting(Difference::summary)
        .containsExactly(
            "add column 'email' of table 'account'", "drop column 'name' of table 'account'");
    assertThat(result.differences())
        .extracting(Difference::isDestructive)
        .containsExactly(false, true);
  }

  @Test
  void whatUsersNeverGenerate_isNoDifference() {
    command().upgrade("head");
    AutogenerateOptions options = processing(ProcessRevisionDirectives.rewriting(
        Rewriter.of(DropColumnOp.class, operation -> List.of())));
    assertThat(command(options, ID).check().isClean()).isTrue();
  }

  @Test
  void theTablesOfRunsThemselves_takeNoPart() {
    Config.Builder config = config()
        .versionTable("shop_version")
        .journalTable("shop_record")
        .option(TargetMetadata.OPTION, TargetMetadata.of(MetaData.EMPTY));
    Command command = new Command(config.build());
    command.upgrade("head");
    h2.execute("CREATE TABLE shop_version_lock (id INTEGER)");
    assertThat(command.check().differences())
        .extracting(Difference::summary)
        .containsExactly("drop table 'account'");
  }

  @Test
  void aDatabaseThatIsBehind_isNotCompared() {
    for (Runnable command :
        List.<Runnable>of(() -> command(ID).check(), () -> command(ID).autogenerate(REQUEST))) {
      assertThatThrownBy(command::run).hasMessage("""
          [not-at-heads] Target database is not up to date.
            in database: no revision
            in project: a1 (do a1)
            fix: bring it there with 'upgrade', or run the build that it belongs to.""");
    }
  }

  @Test
  void withoutAModel_itIsSaidHowToGiveOne() {
    Command command = new Command(config().build());
    command.upgrade("head");
    assertThatThrownBy(command::check).hasMessage("""
        [no-target-metadata] Nothing says what the database should look like.
          fix:
            1. give the model in the environment:
               environment.configure(ContextOptions.builder()
                   .connection(connection)
                   .option(TargetMetadata.OPTION, TargetMetadata.of(model))
                   .build());
            2. or where the command is started:
               Config.builder().option(TargetMetadata.OPTION, TargetMetadata.of(model))""");
  }

  @Test
  void autogenerate_worksOutTheRevision_andWhatItDoes() {
    Command command = command(ID, column("name", string(50)), column("email", string(320)));
    command.upgrade("head");
    List<GeneratedRevision> generated = command.autogenerate(REQUEST);
    assertThat(generated).hasSize(1);
    assertThat(generated.get(0).draft().id()).isEqualTo("b2");
    assertThat(generated.get(0).draft().parentIds()).containsExactly("a1");
    assertThat(generated.get(0).script().upgradeOps().operations())
        .singleElement()
        .isInstanceOf(AddColumnOp.class);
    assertThat(generated.get(0).script().downgradeOps().operations())
        .singleElement()
        .isInstanceOf(DropColumnOp.class);
  }

  @Test
  void whatLosesData_isPointedOut() {
    command().upgrade("head");
    MigrationScript script = command(ID).autogenerate(REQUEST).get(0).script();
    assertThat(script.isEmpty()).isTrue();
    assertThat(script.findings())
        .extracting(Finding::text)
        .containsExactly("Column 'name' of table 'account' is not in the model.");
  }

  @Test
  void usersMayWriteNothing() {
    command().upgrade("head");
    AutogenerateOptions options = processing((context, scripts) -> List.of());
    assertThat(command(options, ID).autogenerate(REQUEST)).isEmpty();
  }

  @Test
  void usersMayMakeSeveralRevisions_whichComeOneAfterTheOther() {
    command().upgrade("head");
    AutogenerateOptions options = processing((context, scripts) -> {
      MigrationScript script = scripts.get(0);
      return List.of(
          script,
          script.with(script.request().toBuilder().message("more").id("c3").build()));
    });
    assertThat(command(options, ID).autogenerate(REQUEST))
        .extracting(one -> one.draft().id() + " after " + one.draft().parentIds())
        .containsExactly("b2 after [a1]", "c3 after [b2]");
  }

  @Test
  void usersMayPutTheRevisionElsewhere() {
    command().upgrade("head");
    AutogenerateOptions options = processing((context, scripts) -> List.of(scripts
        .get(0)
        .with(scripts.get(0).request().toBuilder()
            .heads("base")
            .branchLabels("billing")
            .packageName("com.acme.billing")
            .build())));
    GeneratedRevision generated = command(options, ID).autogenerate(REQUEST).get(0);
    assertThat(generated.draft().parentIds()).isEmpty();
    assertThat(generated.draft().branchLabels()).containsExactly("billing");
    assertThat(generated.script().request().packageName()).contains("com.acme.billing");
  }
}
