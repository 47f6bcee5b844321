package com.example.shop.migrations;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.string;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(
    id = "27c6a30d7c24",
    downRevision = "1975ea83b712",
    message = "add account.email",
    createDate = "2026-01-19")
public final class AddAccountEmail implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.addColumn("account", column("email", string(320)));
    op.execute("UPDATE account SET email = LOWER(REPLACE(name, ' ', '.')) || '@example.com'");
    op.createIndex(index("ix_account_email").on("account", "email").unique());
  }

  @Override
  public void downgrade(Operations op) {
    op.dropIndex("ix_account_email", "account");
    op.dropColumn("account", "email");
  }
}
