package dev.lambic.operations;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final TableName ACCOUNT = TableName.of("account");
  private static final Column EMAIL = column("email", string(320)).notNull().serverDefault("");
  private static final Index BY_EMAIL =
      index("ix_account_email").on("account", "email").unique();

  private final List<MigrateOperation> invoked = new ArrayList<>();
  private final Operations op = new Operations(new OperationTarget() {
    @Override
    public long invoke(MigrateOperation operation) {
      invoked.add(operation);
      return 7;
    }

    @Override
    public List<ScriptStatement> statementsOf(String script) {
      return Stream.of(script.split("; "))
          .map(sql -> new ScriptStatement(sql, 1))
          .toList();
    }

    @Override
    public void autocommitBlock(Runnable body) {
      body.run();
    }

    @Override
    public Connection getBind() {
      throw new UnsupportedOperationException();
    }
  });

  @Test
  void eachDirectiveIsCarriedOutWhenItIsCalled() {
    op.createTable("account", column("id", integer()).primaryKey());
    op.addColumn("account", EMAIL);
    op.createIndex(BY_EMAIL);
    op.createIndex("ix_account_name", "account", "name");
    op.dropIndex("ix_account_email", "account");
    op.dropColumn("account", "email");
    op.dropTable("account");
    assertThat(invoked)
        .containsExactly(
            new CreateTableOp(Table.of("account", column("id", integer()).primaryKey())),
            new AddColumnOp(ACCOUNT, EMAIL),
            new CreateIndexOp(BY_EMAIL),
            new CreateIndexOp(index("ix_account_name").on("account", "name")),
            new DropIndexOp(Name.of("ix_account_email"), ACCOUNT, null),
            new DropColumnOp(ACCOUNT, Name.of("email"), null),
            new DropTableOp(ACCOUNT, null));
  }

  @Test
  void executeHandsOverOneStatementToTheLetter() {
    assertThat(op.execute("UPDATE a; x")).isEqualTo(7);
    assertThat(invoked).containsExactly(new ExecuteSqlOp("UPDATE a; x"));
  }

  @Test
  void executeScriptHandsOverStatementByStatement() {
    op.executeScript("UPDATE a; UPDATE b");
    assertThat(invoked).containsExactly(new ExecuteSqlOp("UPDATE a"), new ExecuteSqlOp("UPDATE b"));
  }

  @Test
  void aCreationIsUndoneByTheDrop_andTheDropByTheCreation() {
    List<MigrateOperation> creations = List.of(
        new CreateTableOp(Table.of("account", EMAIL)),
        new AddColumnOp(ACCOUNT, EMAIL),
        new CreateIndexOp(BY_EMAIL));
    for (MigrateOperation creation : creations) {
      assertThat(creation.reverse().flatMap(MigrateOperation::reverse)).contains(creation);
    }
  }

  @Test
  void aDropThatKnowsNothingOfWhatItDropsHasNoReverse() {
    assertThat(new DropTableOp(ACCOUNT, null).reverse()).isEmpty();
    assertThat(new DropColumnOp(ACCOUNT, Name.of("email"), null).reverse()).isEmpty();
    assertThat(new DropIndexOp(Name.of("ix"), ACCOUNT, null).reverse()).isEmpty();
  }

  @Test
  void sqlOfTheUsersOwnHasNoReverse() {
    assertThat(new ExecuteSqlOp("DROP TABLE a").reverse()).isEmpty();
  }

  @Test
  void emptySqlIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> op.execute("  "))
        .withMessage("there is no SQL to execute");
  }
}
