package dev.lambic.dialect;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OptionCheckTest {
  private static final TableName T = TableName.of("t");
  private static final Table TABLE = Table.of(T, column("a", integer()));

  static final List<MigrateOperation> MISSPELT = List.of(
      new CreateTableOp(TABLE.with("postgresql_tablspace", "x")),
      new CreateTableOp(Table.of(T, column("a", integer()).with("postgresql_x", 1))),
      new CreateTableOp(Table.of(T, column("a", integer()), unique("a").with("postgresql_x", 1))),
      new CreateTableOp(
          Table.of(T, column("a", integer()), index("i").on("t", "a").with("postgresql_x", 1))),
      new AddConstraintOp(T, unique("a").with("postgresql_using", "x")),
      new DropColumnOp(T, Name.of("a"), false, Options.NONE.with("postgresql_cascade", true), null),
      new BatchAlterTableOp(T, List.of(), BatchSettings.ALWAYS.with("postgresql_x", 1)),
      new BatchAlterTableOp(
          T,
          List.of(new AddConstraintOp(T, unique("a").with("postgresql_x", 1))),
          BatchSettings.AUTO));

  private static List<String> postgresql(MigrateOperation operation) {
    return Dialects.named("postgresql").statements(operation);
  }

  @ParameterizedTest
  @FieldSource("MISSPELT")
  void anOptionThatNobodyReadsIsRefused_whereverItStands(MigrateOperation operation) {
    assertThatThrownBy(() -> postgresql(operation))
        .hasMessageStartingWith("[unknown-option] postgresql knows no option 'postgresql_");
  }

  @Test
  void theNearestOptionIsSuggested() {
    assertThatThrownBy(() -> postgresql(new AlterColumnOp(
            T, change("a").type(integer()).with("postgresql_usng", "a::integer"))))
        .hasMessage("""
            [unknown-option] postgresql knows no option 'postgresql_usng' of a column that changes.
              known: postgresql_using
              did you mean: postgresql_using
              fix: correct the name, or leave the option out.""");
  }

  @Test
  void aPrefixOfNoDialectIsRefused() {
    assertThatThrownBy(() ->
            postgresql(new CreateIndexOp(index("i").on("t", "a").with("postgres_using", "x"))))
        .hasMessage("""
            [unknown-option] The option 'postgres_using' begins with the name of no dialect.
              known: postgresql, mysql, mariadb, sqlite, oracle, mssql, h2, hsqldb
              did you mean: postgresql_using
              fix: begin it with the dialect that it is for, as in 'mysql_engine'.""");
  }

  @Test
  void optionsOfOtherDialectsArePassedOver() {
    assertThat(postgresql(new CreateTableOp(TABLE.with("mysql_engine", "x").with("h2_y", 1))))
        .containsExactly("CREATE TABLE t (\n    a INTEGER\n)");
  }

  @Test
  void mysqlTakesWhateverItsTablesKnow() {
    assertThat(Dialects.named("mysql").statements(new CreateTableOp(TABLE.with("mysql_x", "y"))))
        .containsExactly("CREATE TABLE t (\n    a INTEGER\n)X=y");
  }
}
