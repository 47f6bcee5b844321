package com.example.shop.migrations;

import static dev.lambic.schema.Schema.index;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(
    id = "7e50c3a6f812",
    downRevision = "6d28b9f3e4a1",
    message = "index orders by day",
    createDate = "2026-03-01")
public final class IndexOrdersByDay implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createIndex(index("ix_orders_placed_on").on("orders", "placed_on", "status"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropIndex("ix_orders_placed_on", "orders");
  }
}
