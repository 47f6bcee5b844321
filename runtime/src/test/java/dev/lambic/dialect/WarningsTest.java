package dev.lambic.dialect;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.bool;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.error.Problem;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static final TableName T = TableName.of("t");

  private static List<String> warnings(String dialect, MigrateOperation operation) {
    return Dialects.named(dialect).warnings(operation).stream()
        .map(Problem::render)
        .toList();
  }

  @Test
  void numberingAColumnThatIsThereMeansSomethingToMysqlAlone() {
    MigrateOperation numbered =
        new AlterColumnOp(T, change("id").autoincrement(true).existingType(integer()));
    assertThat(warnings("postgresql", numbered)).containsExactly("""
        [part-ignored] postgresql does without 'autoincrement' of column 'id' in table 't'.
          fix: leave it out: a column that is there becomes numbered by MySQL alone.""");
    assertThat(warnings("mysql", numbered)).isEmpty();
    assertThat(warnings("mariadb", numbered)).isEmpty();
  }

  @Test
  void aTypeWithoutANullabilityMayChangeItOnSqlServer() {
    assertThat(warnings("mssql", new AlterColumnOp(T, change("a").type(bigInteger()))))
        .containsExactly("""
        [unstated-nullability] Column 'a' of table 't' gets another type on mssql, and may hold NULL from then on.
          fix: say 'existingNullable' or 'nullable'.""");
    assertThat(warnings(
            "mssql", new AlterColumnOp(T, change("a").type(bigInteger()).existingNullable(false))))
        .isEmpty();
  }

  @Test
  void oracleHasNoOnUpdate() {
    assertThat(warnings(
            "oracle",
            new AddConstraintOp(
                T, foreignKey("a").references("u", "id").onUpdate(ReferentialAction.CASCADE))))
        .containsExactly("""
        [part-ignored] oracle does without ON UPDATE CASCADE of the foreign key to 'u'.
          fix: leave 'onUpdate' out on this database, or use a trigger.""");
  }

  @Test
  void sqliteAddsTheCheckOfATypeInABatchAlone() {
    MigrateOperation add = new AddColumnOp(T, column("b", bool().checked("ck_b")));
    assertThat(warnings("sqlite", add)).containsExactly("""
        [part-ignored] sqlite does without the check of the type of column 'b' in table 't'.
          fix: use 'batchAlterTable', which builds the table anew and copies its rows.""");
    assertThat(warnings("sqlite", new BatchAlterTableOp(T, List.of(add), BatchSettings.NEVER)))
        .hasSize(1);
    assertThat(warnings("sqlite", new BatchAlterTableOp(T, List.of(add), BatchSettings.ALWAYS)))
        .isEmpty();
  }

  @Test
  void theListenerHearsOfIt() {
    List<Problem> heard = new ArrayList<>();
    Operations op = new Operations(MigrationContext.configure(ContextOptions.builder()
        .dialectName("postgresql")
        .outputBuffer(new StringBuilder())
        .listener(new MigrationListener() {
          @Override
          public void warned(Problem problem) {
            heard.add(problem);
          }
        })
        .build()));
    op.alterColumn("t", change("id").autoincrement(true));
    assertThat(heard).hasSize(1);
  }
}
