package com.example.shop.migrations;

import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.date;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.string;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(
    id = "3f0b8c51d9e6",
    downRevision = "27c6a30d7c24",
    message = "create orders",
    createDate = "2026-02-02")
public final class CreateOrders implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "orders",
        column("id", bigInteger()).primaryKey(),
        column("account_id", bigInteger()).notNull(),
        column("placed_on", date()).notNull(),
        column("status", string(20)).notNull().serverDefault("new"),
        column("total", numeric(12, 2)).notNull(),
        foreignKey("account_id").references("account", "id").named("fk_orders_account"),
        check("total >= 0").named("ck_orders_total"));
    op.createIndex("ix_orders_account_id", "orders", "account_id");
    op.executeScript("""
        -- One order each; the note holds a semicolon, which ends nothing.
        INSERT INTO orders (account_id, placed_on, status, total)
          SELECT id, DATE '2026-02-01', 'paid; shipped', 25.00 FROM account WHERE name LIKE 'Ada%';
        INSERT INTO orders (account_id, placed_on, total)
          SELECT id, DATE '2026-02-02', 40.50 FROM account WHERE name LIKE 'Grace%';
        """);
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("orders");
  }
}
