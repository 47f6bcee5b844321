package dev.lambic.dialect;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.operations.SqlStatement.statement;
import static dev.lambic.schema.Schema.array;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final TableName T = TableName.of("t");

  private static List<String> sql(String dialect, MigrateOperation operation) {
    return Dialects.named(dialect).statements(operation);
  }

  @Test
  void aTypeThatTheDatabaseLacksIsRefused() {
    assertThatThrownBy(() ->
            sql("mysql", new CreateTableOp(Table.of("t", column("c", array(integer()))))))
        .hasMessage("""
            [unsupported-type] mysql has no type for arrays.
              where: column 'c' of table 't'
              fix: use another type on this database, with 'on("mysql", ...)'.""");
  }

  @Test
  void aValueWithoutALiteralIsRefused() {
    assertThatThrownBy(() ->
            sql("h2", new ExecuteStatementOp(statement("SELECT :v").bind("v", Double.NaN))))
        .hasMessage("""
            [unsupported-value] h2 has no literal for the number NaN.
              fix: use a number that is finite.""");
  }

  @Test
  void aNameThatDoesNotSurviveIsRefused() {
    assertThatThrownBy(() ->
            sql("mysql", new CreateTableOp(Table.of("a ", column("b", integer())))))
        .hasMessage("""
            [illegal-name] The name 'a ' ends with a blank; mysql takes no such name.
              fix: choose another name.""");
  }

  @Test
  void whatTheDatabaseHasToBeToldIsAskedFor() {
    assertThatThrownBy(() -> sql("mssql", new AlterColumnOp(T, change("c").nullable(true))))
        .hasMessage("""
            [incomplete-operation] Column 'c' can only be changed on mssql when its type is known.
              fix: say 'existingType'.""");
  }

  @Test
  void aConventionThatNeedsANameAsksForIt() {
    NamingConvention naming = NamingConvention.of("uq", "uq_%(constraint_name)s");
    Dialect dialect = Dialects.named("postgresql").with(DialectSettings.DEFAULT.naming(naming));
    assertThatThrownBy(() -> dialect.statements(new AddConstraintOp(T, unique("a"))))
        .hasMessage("""
            [unnamed-constraint] The naming convention needs a name of its own to name a constraint or index of 't'.
              convention: uq_%(constraint_name)s
              fix: give it a name of its own; 'exact("...")' keeps the convention away from it.""");
    assertThat(dialect.statements(new AddConstraintOp(T, unique("a").named("x"))))
        .containsExactly("ALTER TABLE t ADD CONSTRAINT uq_x UNIQUE (a)");
  }

  @Test
  void aNameWithoutAValueIsRefused() {
    assertThatThrownBy(() -> sql(
            "sqlite",
            new ExecuteStatementOp(statement("UPDATE t SET a = :naem").bind("name", "x"))))
        .hasMessage("""
            [missing-value] The statement names ':naem', which has no value.
              statement: UPDATE t SET a = :naem
              did you mean: name
              fix:
                1. call 'bind("naem", ...)'.
                2. write '\\:' for a colon that begins no name.""");
  }

  @Test
  void theValuesOfAnEnumerationInUseAreReplaced() {
    Map<String, String> replacements = new LinkedHashMap<>();
    replacements.put("sad", "bad");
    MigrateOperation replace = new ReplaceEnumValuesOp(
        EnumType.of("mood", "ok", "bad"),
        List.of("ok", "sad"),
        List.of(new MigrateOperation.EnumUse(T, dev.lambic.schema.Name.of("m"), "sad")),
        replacements);
    assertThat(sql("postgresql", replace))
        .containsExactly(
            "ALTER TYPE mood RENAME TO mood__old",
            "CREATE TYPE mood AS ENUM ('ok', 'bad')",
            "ALTER TABLE t ALTER COLUMN m DROP DEFAULT",
            "ALTER TABLE t ALTER COLUMN m TYPE mood USING (CASE m::text WHEN 'sad' THEN 'bad' ELSE m::text END)::mood",
            "ALTER TABLE t ALTER COLUMN m SET DEFAULT 'bad'",
            "DROP TYPE mood__old");
  }
}
