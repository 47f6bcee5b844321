package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.MigrationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextOptionsTest {
  private static final OptionKey<String> TENANT = OptionKey.of("tenant", String.class);

  @Test
  void anOptionCanBeGivenByItsName() {
    ContextOptions options = ContextOptions.builder()
        .option("transactionPerMigration", "true")
        .option("transactionalDdl", false)
        .option("versionTable", "shop_version")
        .build();
    assertThat(options.transactionPerMigration()).isTrue();
    assertThat(options.transactionalDdl()).isFalse();
    assertThat(options.versionTable().name()).hasToString("shop_version");
  }

  @Test
  void anUnknownOptionIsAnError() {
    assertThatThrownBy(() -> ContextOptions.builder().option("versionTabel", "x"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [unknown-option] There is no option 'versionTabel'.
              known: url, dialectName, transactionalDdl, transactionPerMigration, versionTable, versionTableSchema, versionTablePk, journal, journalTable, literalBinds, batchSeparator, tag
              did you mean: versionTable, versionTablePk
              fix: correct the name; an option of your own has to be declared first, with an 'OptionKey'.""");
  }

  @Test
  void anOptionOfTheUsersOwn_isKnownOnceItIsDeclared() {
    ContextOptions options =
        ContextOptions.builder().declare(TENANT).option("tenant", "acme").build();
    assertThat(options.option(TENANT)).contains("acme");
    assertThat(options.toBuilder().build().option(TENANT)).contains("acme");
    assertThat(ContextOptions.builder().build().option(TENANT)).isEmpty();
  }

  @Test
  void twoOptionsOfOneName_areAnError() {
    ContextOptions.Builder builder = ContextOptions.builder().declare(TENANT);
    assertThatThrownBy(() -> builder.declare(OptionKey.of("tenant", Integer.class)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [conflicting-options] There is another option 'tenant', of type String.
              fix: give the option another name.""");
  }

  @Test
  void aValueOfAnotherType_isAnError() {
    assertThatThrownBy(() -> ContextOptions.builder().option("transactionalDdl", "yes"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [illegal-option] The option 'transactionalDdl' does not take this value.
              given: yes
              takes: true, false
              fix: correct the value of 'transactionalDdl', or leave the option out.""");
    OptionKey<Integer> most = OptionKey.of("most", Integer.class, 3);
    ContextOptions.Builder builder = ContextOptions.builder().declare(most);
    assertThat(builder.build().option(most)).contains(3);
    assertThat(builder.option("most", " 7 ").build().option(most)).contains(7);
    assertThatThrownBy(() -> builder.option("most", "many")).hasMessageContaining("takes: Integer");
  }

  @Test
  void whatIsForScriptsIsAnErrorOnAConnection() {
    assertThatThrownBy(() -> check(ContextOptions.builder().literalBinds(true))).hasMessage("""
            [conflicting-options] 'literalBinds' is for scripts; a database gets its values anyway.
              fix: leave 'literalBinds' out, or write a script.""");
    assertThatThrownBy(() -> check(ContextOptions.builder().startingRev("a1"))).hasMessage("""
            [conflicting-options] 'startingRev' is for scripts; a database says itself where it stands.
              fix: leave 'startingRev' out, or write a script.""");
    assertThatThrownBy(
            () -> check(ContextOptions.builder().purge(true).outputBuffer(new StringBuilder())))
        .hasMessageStartingWith(
            "[conflicting-options] A script cannot empty the version table before it stamps.");
  }

  private static void check(ContextOptions.Builder options) {
    options.build().check();
  }

  @Test
  void aScriptNeedsADatabaseAndAPlaceToGo() {
    assertThatThrownBy(() -> MigrationContext.configure(
            ContextOptions.builder().asSql(true).dialectName("h2").build()))
        .hasMessage("""
            [missing-option] The context is to write a script, but not told where to.
              fix: give 'ContextOptions.builder()' the option 'outputBuffer'.""");
    assertThatThrownBy(() -> MigrationContext.configure(
            ContextOptions.builder().outputBuffer(new StringBuilder()).build()))
        .hasMessage("""
            [missing-option] The context is to write a script, but not told for which database.
              fix: give 'ContextOptions.builder()' the option 'dialectName'.""");
    assertThatThrownBy(() -> MigrationContext.configure(ContextOptions.builder()
            .outputBuffer(new StringBuilder())
            .url("jdbc:none:x;password=hunter2")
            .build()))
        .hasMessageStartingWith("[unknown-database] The URL does not tell the database.")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void theUrlTellsTheDialectOfAScript() {
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .outputBuffer(new StringBuilder())
        .url("jdbc:postgresql://db/shop")
        .startingRev("a1")
        .build());
    assertThat(context.dialect().id()).isEqualTo("postgresql");
    assertThat(context.isOffline()).isTrue();
    assertThat(context.isTransactionalDdl()).isTrue();
    assertThat(context.getCurrentHeads()).containsExactly("a1");
    assertThat(context.hasVersionTable()).isFalse();
  }

  @Test
  void aScriptIsWrittenInAnEncoding() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .outputBuffer(stream, StandardCharsets.ISO_8859_1)
        .dialectName("h2")
        .build());
    context.execute("SELECT 'ü'");
    context.staticOutput("-- é");
    assertThat(stream.toByteArray())
        .isEqualTo("SELECT 'ü';\n\n-- é\n\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> context.execute("SELECT '\u0131'"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("[output-failed] The script cannot be written.");
  }

  @Test
  void optionsThatHaveValuesOnlyForOthersAreKept() {
    ContextOptions options = ContextOptions.builder()
        .tag("blue")
        .templateArgs(Map.of("author", "ada"))
        .destinationRev("head", "b2")
        .build();
    assertThat(options.tag()).contains("blue");
    assertThat(options.templateArgs()).isEqualTo(Map.of("author", "ada"));
    assertThat(options.destinationRev()).isEqualTo(List.of("head", "b2"));
    assertThat(options.isOffline()).isFalse();
  }

  @Test
  void literalBindsLeaveTheNamesOfValues() {
    StringBuilder script = new StringBuilder();
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .outputBuffer(script)
        .dialectName("h2")
        .literalBinds(false)
        .build());
    new dev.lambic.operations.Operations(context)
        .execute(
            dev.lambic.operations.SqlStatement.statement("UPDATE t SET a = :a").bind("a", 5));
    assertThat(script).hasToString("UPDATE t SET a = :a;\n\n");
    assertThatThrownBy(context::getBind).isInstanceOf(MigrationException.class);
  }
}
