package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.OperationImplementation;
import dev.lambic.operations.Operations;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.io.IOException;
import java.io.Writer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class OfflineTest {
  private final StringBuilder output = new StringBuilder();

  private Operations on(String dialect) {
    return new Operations(MigrationContext.configure(
        ContextOptions.builder().outputBuffer(output).dialectName(dialect).build()));
  }

  @Test
  void eachStatementStandsByItself() {
    on("mssql").execute("SELECT 1");
    assertThat(output.toString()).isEqualTo("SELECT 1;\n\nGO\n\n");
  }

  @Test
  void aConnectionIsNotToBeHad() {
    assertThatThrownBy(() -> on("postgresql").getBind()).hasMessage("""
        [needs-database] The migration asks for a connection, but is only being written down.
          fix:
            1. run it against the database itself.
            2. say in SQL what it does with the connection, with 'execute'.""");
  }

  @Test
  void aScriptThatEndsTooEarly_saysThatNoDatabaseWasTouched() {
    ScriptDirectory script = new History()
        .revision("a1", "", op -> op.execute("SELECT 1"), op -> {})
        .revision("b2", "a1", op -> op.getBind(), op -> {})
        .scriptDirectory();
    assertThatThrownBy(() -> new Command(Config.builder()
                .url("jdbc:postgresql:shop")
                .scriptDirectory(script)
                .build())
            .upgradeSql("heads", output))
        .hasMessageStartingWith("[needs-database] ")
        .hasMessageContaining("during: upgrade of b2 (do b2)")
        .hasMessageContaining("script: ends before this step; no database has been changed")
        .hasMessageContaining("3. mend what failed, and write the script anew.")
        .hasMessageNotContaining("rolled back");
  }

  @Test
  void aTableThatIsBuiltAnewHasToBeKnown() {
    assertThatThrownBy(() -> on("sqlite").batchAlterTable("t", batch -> batch.dropColumn("c")))
        .hasMessageStartingWith(
            "[needs-database] The batch on table 't' builds the table anew on sqlite");
  }

  @Test
  void anOutputThatFailsIsReported() {
    Writer broken = new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        throw new IOException("disk full");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    Operations op = new Operations(MigrationContext.configure(
        ContextOptions.builder().outputBuffer(broken).dialectName("h2").build()));
    assertThatThrownBy(() -> op.execute("SELECT 1")).hasMessage("""
        [output-failed] The script cannot be written.
          threw: java.io.IOException: disk full
          fix: see that the file can be written and the disk is not full.""");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> on("h2").executeResource(OfflineTest.class, "none.sql"))
        .hasMessage("""
        [missing-resource] The class path has no file 'none.sql'.
          looked beside: dev.lambic.runtime.OfflineTest
          fix: put the file next to the class under 'src/main/resources', or begin its name with '/' to start at the root.""");
  }

  @Test
  void anOperationOfTheUsersOwnIsCarriedOutByOthers() {
    record TouchOp(String table) implements MigrateOperation.CustomOperation {
      @Override
      public void run(Operations op) {
        op.execute("TOUCH " + table);
      }
    }
    on("h2").invoke(new TouchOp("t"));
    assertThat(output.toString()).isEqualTo("TOUCH t;\n\n");
  }

  @Test
  void aBuiltInOperationCanBeReplaced() {
    Operations op = new Operations(MigrationContext.configure(ContextOptions.builder()
        .outputBuffer(output)
        .dialectName("h2")
        .implementation(new OperationImplementation<DropTableOp>() {
          @Override
          public Class<DropTableOp> kind() {
            return DropTableOp.class;
          }

          @Override
          public long run(
              DropTableOp operation, Operations op, ToLongFunction<DropTableOp> standard) {
            op.execute("SELECT 'before'");
            return standard.applyAsLong(operation);
          }
        })
        .build()));
    op.dropTable("t");
    assertThat(output.toString()).isEqualTo("SELECT 'before';\n\nDROP TABLE t;\n\n");
  }
}
