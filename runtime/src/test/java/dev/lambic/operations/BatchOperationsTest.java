package dev.lambic.operations;

import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.exclude;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.schema.TableName;
import org.junit.jupiter.api.Test;

class BatchOperationsTest {
  private static final TableName PET = TableName.of("pet");

  private final BatchOperations batch = new BatchOperations(PET);

  @Test
  void constraintsAreOnTheTableOfTheBatch() {
    batch.createPrimaryKey("pk", "id");
    batch.createUniqueConstraint("uq", "a", "b");
    batch.createCheckConstraint("ck", "a > 0");
    batch.createForeignKey("fk", foreignKey("a").references("account", "id"));
    batch.createExcludeConstraint("ex", exclude("a", "="));
    assertThat(batch.operations())
        .containsExactly(
            new AddConstraintOp(PET, primaryKey("id").named("pk")),
            new AddConstraintOp(PET, unique("a", "b").named("uq")),
            new AddConstraintOp(PET, check("a > 0").named("ck")),
            new AddConstraintOp(PET, foreignKey("a").references("account", "id").named("fk")),
            new AddConstraintOp(PET, exclude("a", "=").named("ex")));
  }

  @Test
  void anIndexIsOnTheTableOfTheBatch() {
    batch.createIndex(index("ix").on("any", "a").unique());
    assertThat(batch.operations())
        .containsExactly(new CreateIndexOp(index("ix").on("pet", "a").unique()));
  }
}
