package dev.lambic.schema;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lambic.schema.Constraint.PrimaryKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void aDescriptionIsNeverChanged_onlyCopied() {
    Column plain = column("email", string(320));
    Column strict = plain.notNull().unique().serverDefault("");
    assertThat(plain.isNullable()).isTrue();
    assertThat(plain.serverDefault()).isNull();
    assertThat(strict.isNullable()).isFalse();
    assertThat(strict.isUnique()).isTrue();
    assertThat(strict.serverDefault()).isEqualTo(new Expression.Literal(""));
  }

  @Test
  void aPrimaryKeyColumnIsNotNull() {
    assertThat(column("id", integer()).primaryKey().isNullable()).isFalse();
  }

  @Test
  void columnsAndConstraintsOfATableMayBeMixed() {
    Table table =
        Table.of("t", column("a", integer()), unique("a").named("uq"), column("b", integer()));
    assertThat(table.columns()).containsExactly(column("a", integer()), column("b", integer()));
    assertThat(table.constraints()).containsExactly(unique("a").named("uq"));
  }

  @Test
  void thePrimaryKeyIsFoundWhicheverWayItWasGiven() {
    PrimaryKey expected = primaryKey("a", "b");
    assertThat(Table.of("t", column("a", integer()), column("b", integer()), expected)
            .primaryKey())
        .contains(expected);
    assertThat(Table.of(
                "t", column("a", integer()).primaryKey(), column("b", integer()).primaryKey())
            .primaryKey())
        .contains(expected);
  }

  @Test
  void twoPrimaryKeysAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of("t", column("a", integer()), primaryKey("a"), primaryKey("a")))
        .withMessage("table t has more than one primary key");
  }

  @Test
  void aColumnNamedTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of("t", column("a", integer()), column("a", string(3))))
        .withMessage("table t names a column twice: [a, a]");
  }

  @Test
  void aForeignKeyPairsItsColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> foreignKey("a", "b").references("other", "id"))
        .withMessage("a foreign key pairs its columns [a, b] with as many of other, not [id]");
  }

  @Test
  void anIndexNeedsAColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index("ix").on("t"))
        .withMessage("index ix needs at least one column");
  }

  @Test
  void aNumberedColumnTakesNoDefault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> column("id", integer()).autoincrement(true).serverDefault(sql("0")))
        .withMessage("column id is numbered by the database: it takes no default of its own");
  }

  @Test
  void namesShowAsTheirText() {
    assertThat(TableName.of("app", "account")).hasToString("app.account");
    assertThat(List.of(Name.of("a"), Name.quoted("b"))).hasToString("[a, b]");
  }
}
