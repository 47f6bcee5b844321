package com.example.shop.migrations;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.string;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A data migration: reads every account and writes its name anew, in two columns. */
@Revision(
    id = "5c7e1f84a2d0",
    downRevision = "3f0b8c51d9e6",
    message = "split account.name",
    createDate = "2026-02-18")
public final class SplitAccountName implements Migration {
  @Override
  public void upgrade(Operations op) throws SQLException {
    op.addColumn("account", column("first_name", string(50)).notNull().serverDefault(""));
    op.addColumn("account", column("last_name", string(100)).notNull().serverDefault(""));
    try (Statement query = op.getBind().createStatement();
        ResultSet accounts = query.executeQuery("SELECT id, name FROM account");
        PreparedStatement update = op.getBind()
            .prepareStatement("UPDATE account SET first_name = ?, last_name = ? WHERE id = ?")) {
      while (accounts.next()) {
        String name = accounts.getString("name");
        int blank = name.lastIndexOf(' ');
        update.setString(1, blank < 0 ? "" : name.substring(0, blank));
        update.setString(2, name.substring(blank + 1));
        update.setLong(3, accounts.getLong("id"));
        update.addBatch();
      }
      update.executeBatch();
    }
    op.dropColumn("account", "name");
  }

  @Override
  public void downgrade(Operations op) {
    op.addColumn("account", column("name", string(100)).notNull().serverDefault(""));
    op.execute("UPDATE account SET name = TRIM(first_name || ' ' || last_name)");
    op.dropColumn("account", "last_name");
    op.dropColumn("account", "first_name");
  }
}
