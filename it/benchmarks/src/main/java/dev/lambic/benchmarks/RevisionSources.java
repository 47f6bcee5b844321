package dev.lambic.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The classes of a line of revisions, three statements up and two down each: by turns a new table with an index and a row,
 * and a new column of that table with an index and an update.
 */
final class RevisionSources {
  private RevisionSources() {}

  static List<JavaFileObject> of(int count) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String parent = i == 0 ? "" : ", downRevision = \"%012x\"".formatted(i - 1);
      String body = (i % 2 == 0 ? NEW_TABLE : NEW_COLUMN).formatted(i / 2);
      sources.add(new Source("com/acme/migrations/V" + i, CLASS.formatted(i, i, parent, body)));
    }
    return sources;
  }

  private static final String CLASS = """
      package com.acme.migrations;

      import static dev.lambic.schema.Schema.*;

      import dev.lambic.Migration;
      import dev.lambic.Revision;
      import dev.lambic.operations.Operations;

      @Revision(id = "%2$012x"%3$s, message = "change customers, part %1$d", createDate = "2026-11-22")
      public final class V%1$d implements Migration {
      %4$s}
      """;

  private static final String NEW_TABLE = """
        @Override
        public void upgrade(Operations op) {
          op.createTable(
              "customer_%1$d",
              column("id", integer()).primaryKey().autoincrement(false),
              column("name", string(100)).notNull(),
              column("email", string(320)).notNull(),
              column("balance", numeric(12, 2)).notNull().serverDefault("0"),
              column("created_at", timestamp()));
          op.createIndex("ix_customer_%1$d_email", "customer_%1$d", "email");
          op.execute("INSERT INTO customer_%1$d (id, name, email) VALUES (1, 'Ada', 'ada@example.com')");
        }

        @Override
        public void downgrade(Operations op) {
          op.dropIndex("ix_customer_%1$d_email", "customer_%1$d");
          op.dropTable("customer_%1$d");
        }
      """;

  private static final String NEW_COLUMN = """
        @Override
        public void upgrade(Operations op) {
          op.addColumn("customer_%1$d", column("city", string(80)).notNull().serverDefault(""));
          op.createIndex("ix_customer_%1$d_city", "customer_%1$d", "city", "name");
          op.execute("UPDATE customer_%1$d SET city = 'Paris' WHERE id = 1");
        }

        @Override
        public void downgrade(Operations op) {
          op.dropIndex("ix_customer_%1$d_city", "customer_%1$d");
          op.dropColumn("customer_%1$d", "city");
        }
      """;

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
