package com.acme;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.*;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;

@Revision(
    id = "27c6a30d7c24",
    message = "all of it",
    createDate = "2026-11-22"
)
public final class AllOfIt implements Migration {
  @Override
  public void upgrade(Operations op) {
    // perhaps a rename: column 'mass' of table 'item' goes, and 'weight' of the same type comes: if
    // that is a new name, use 'alterColumn' with 'rename' instead.
    op.createTable(
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
            .named(exact("fk_orders_account_id_account"))
            .onDelete(ReferentialAction.CASCADE),
        check("total >= 0").named("ck_orders_total"));
    op.createIndex(
        index("ix_orders_status")
            .on("orders", "status", "placed_at")
            .with("postgresql_where", sql("status <> 'shipped'")));
    op.addColumn("account", column("email", string(320)).notNull().serverDefault(""));
    op.createConstraint("account", unique("email").named(exact("uq_account_email")));
    // may lose data: values of column 'name' of table 'account' that its new type does not hold
    op.alterColumn(
        "account",
        change("name")
            .type(string(40))
            .nullable(false)
            .existingType(string(200))
            .existingNullable(true)
            .existingServerDefault("nobody")
            .existingComment(null));
    op.batchAlterTable("item", batch -> {
      batch.addColumn(column("weight", numeric(9, 3)));
      // loses data: the values of column 'mass' of table 'item'
      batch.dropColumn("mass");
    });
    op.execute(
        "CREATE VIEW big_order AS\n"
            + "SELECT * FROM orders\n"
            + "WHERE total > 1000");
    // loses data: the rows of table 'old_orders'
    op.dropTable("old_orders");
  }

  @Override
  public void downgrade(Operations op) {
    // not undone: nothing undoes the view.
    op.batchAlterTable("item", batch -> {
      batch.addColumn(column("mass", integer()));
      batch.dropColumn("weight");
    });
    op.alterColumn(
        "account",
        change("name")
            .type(string(200))
            .nullable(true)
            .existingType(string(40))
            .existingNullable(false)
            .existingServerDefault("nobody")
            .existingComment(null));
    op.dropConstraint(exact("uq_account_email"), "account", ConstraintKind.UNIQUE);
    op.dropColumn("account", "email");
    op.dropIndex(
        index("ix_orders_status")
            .on("orders", "status", "placed_at")
            .with("postgresql_where", sql("status <> 'shipped'")));
    op.dropTable(
        Table.of(
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
                .named(exact("fk_orders_account_id_account"))
                .onDelete(ReferentialAction.CASCADE),
            check("total >= 0").named("ck_orders_total")));
  }
}
