package com.example.shop.migrations;

import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.dateTime;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(id = "1975ea83b712", message = "create account", createDate = "2026-01-12")
public final class CreateAccount implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "account",
        column("id", bigInteger()).primaryKey(),
        column("name", string(100)).notNull(),
        column("created_at", dateTime()).notNull().serverDefault(sql("CURRENT_TIMESTAMP")));
    op.execute("INSERT INTO account (name) VALUES ('Ada Lovelace'), ('Grace Hopper')");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("account");
  }
}
