package com.example.shop.migrations;

import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.unique;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

/** One of two branches that were written side by side; {@link MergeCatalogueAndNames} joins them. */
@Revision(
    id = "4a91d2e07bc3",
    downRevision = "3f0b8c51d9e6",
    message = "create product and order_line",
    createDate = "2026-02-16")
public final class CreateProduct implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "product",
        column("id", bigInteger()).primaryKey(),
        column("sku", string(40)).notNull(),
        column("title", string(200)).notNull(),
        column("price", numeric(12, 2)).notNull(),
        unique("sku").named("uq_product_sku"));
    op.createTable(
        "order_line",
        column("order_id", bigInteger()).notNull(),
        column("line", integer()).notNull(),
        column("product_id", bigInteger()).notNull(),
        column("quantity", integer()).notNull(),
        primaryKey("order_id", "line"),
        foreignKey("order_id").references("orders", "id").named("fk_order_line_order"),
        foreignKey("product_id").references("product", "id").named("fk_order_line_product"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("order_line");
    op.dropTable("product");
  }
}
