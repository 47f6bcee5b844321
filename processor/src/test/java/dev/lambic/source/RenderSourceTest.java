package dev.lambic.source;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.processor.Golden.assertGolden;
import static dev.lambic.schema.Schema.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.autogenerate.DowngradeOps;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.autogenerate.RenderItem.JavaSource;
import dev.lambic.autogenerate.UpgradeOps;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what is written looks. */
class RenderSourceTest {
  private static final TableName ACCOUNT = TableName.of("account");

  private static List<MigrateOperation> reversed(List<MigrateOperation> operations) {
    List<MigrateOperation> reverses = new ArrayList<>();
    operations.forEach(operation -> operation.reverse().ifPresent(one -> reverses.add(0, one)));
    return reverses;
  }

  @Test
  void aRealisticModel() throws IOException {
    AlterColumnOp narrower = new AlterColumnOp(
        ACCOUNT,
        change("name")
            .type(string(40))
            .nullable(false)
            .existingType(string(200))
            .existingNullable(true)
            .existingServerDefault("nobody")
            .existingComment(null));
    List<MigrateOperation> operations = List.of(
        new CreateTableOp(Table.of(
            "orders",
            column("id", bigInteger()).primaryKey(),
            column("account_id", bigInteger()).notNull(),
            column("placed_at", dateTimeWithTimeZone()).notNull().serverDefault(now()),
            column("status", enumeration("order_status", "new", "paid", "shipped", "cancelled"))
                .notNull()
                .serverDefault("new")
                .comment("What has become of it: see the page of the shop that tells all of them"),
            column("total", numeric(12, 2)).notNull(),
            foreignKey("account_id")
                .references("account", "id")
                .named(Name.exact("fk_orders_account_id_account"))
                .onDelete(ReferentialAction.CASCADE),
            check("total >= 0").named("ck_orders_total"))),
        new CreateIndexOp(index("ix_orders_status")
            .on("orders", "status", "placed_at")
            .with("postgresql_where", sql("status <> 'shipped'"))),
        new AddColumnOp(ACCOUNT, column("email", string(320)).notNull().serverDefault("")),
        new AddConstraintOp(ACCOUNT, unique("email").named(Name.exact("uq_account_email"))),
        narrower,
        new BatchAlterTableOp(
            TableName.of("item"),
            List.of(
                new AddColumnOp(TableName.of("item"), column("weight", numeric(9, 3))),
                new DropColumnOp(TableName.of("item"), Name.of("mass"), column("mass", integer()))),
            BatchSettings.AUTO),
        new ExecuteSqlOp("""
            CREATE VIEW big_order AS
            SELECT * FROM orders
            WHERE total > 1000"""),
        new DropTableOp(TableName.of("old_orders"), null));
    MigrationScript script = new MigrationScript(
        new UpgradeOps(operations, List.of(narrower)),
        new DowngradeOps(reversed(operations)),
        List.of(
            new Finding(
                Finding.Kind.LIKELY_RENAME,
                "Column 'mass' of table 'item' goes, and 'weight' of the same type comes: if that"
                    + " is a new name, use 'alterColumn' with 'rename' instead."),
            new Finding(Finding.Kind.IRREVERSIBLE, "Nothing undoes the view.")));
    assertGolden(
        "RenderSourceTest/aRealisticModel/AllOfIt.java", RenderedMigration.of(script).source);
    RenderedMigration.of(script).upgraded();
  }

  @Test
  void whatIsEmpty_saysSo() {
    assertThat(RenderedMigration.upgrade().statements()).isEqualTo("// nothing to do");
    assertThat(RenderedMigration.upgrade().source).doesNotContain("import static");
  }

  @Test
  void nothingInACommentEndsIt() {
    MigrationScript script = new MigrationScript(
        new UpgradeOps(List.of(new DropTableOp(TableName.of("a\nb\\u000ac"), null))),
        new DowngradeOps(List.of()),
        List.of());
    RenderedMigration migration = RenderedMigration.of(script);
    assertThat(migration.statements())
        .startsWith("// loses data: the rows of table 'a b\\\\u000ac'");
    assertThat(migration.upgraded()).isEqualTo(script.upgradeOps().operations());
  }

  @Test
  void usersWritePartsThemselves_withTheirImports() {
    RenderItem own = (kind, item) -> {
      if (item instanceof OwnParts.MoneyType) {
        return JavaSource.of(
            "new OwnParts.MoneyType(2, List.of(\"OwnParts\"))",
            "dev.lambic.source.OwnParts",
            "java.util.List");
      }
      if (item instanceof OwnParts.CreateViewOp view) {
        return JavaSource.of("op.execute(\"-- " + view.name() + "\")");
      }
      return kind.equals("check") || kind.equals("server_default") ? JavaSource.NOTHING : null;
    };
    SqlType money = new OwnParts.MoneyType(4, List.of());
    RenderedMigration migration = RenderedMigration.of(
        new MigrationScript(
            new UpgradeOps(List.of(
                new CreateTableOp(
                    Table.of("t", column("m", money).serverDefault(literal(1)), check("m > 0"))),
                new OwnParts.CreateViewOp("v", "SELECT 1"))),
            new DowngradeOps(List.of()),
            List.of()),
        own);
    assertThat(migration.source)
        .contains("import dev.lambic.source.OwnParts;", "import java.util.List;");
    assertThat(migration.upgraded())
        .containsExactly(
            new CreateTableOp(
                Table.of("t", column("m", new OwnParts.MoneyType(2, List.of("OwnParts"))))),
            new ExecuteSqlOp("-- v"));
  }

  private record HiddenType() implements SqlType.CustomType {
    @Override
    public SqlType typeOn(String dialect) {
      return text();
    }
  }

  @Test
  void whatHasNoFormInJava_isNamed() {
    assertThatThrownBy(() ->
            RenderedMigration.upgrade(new AddColumnOp(ACCOUNT, column("a", new HiddenType()))))
        .hasMessage("""
            [unknown-source-form] Nothing says how a value of dev.lambic.source.RenderSourceTest$HiddenType is written in Java.
              value: HiddenType[]
              fix:
                1. make the class a public record: such a one is written as 'new HiddenType(...)'.
                2. or write it yourself, with 'renderItem' of AutogenerateOptions.""");
  }
}
