package dev.lambic.it.runs;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;

import dev.lambic.operations.Operations;
import dev.lambic.script.ScriptDirectory;

/** The histories that processes of their own run. */
enum Histories {
  /** Tables, and a row for each revision that says that it ran. */
  TABLES {
    @Override
    ScriptDirectory directory() {
      LinearHistory history = new LinearHistory().then(op -> {
        op.createTable("ran", column("id", integer()).notNull());
        ran(op, 1);
      });
      for (int i = 2; i <= REVISIONS; i++) {
        int number = i;
        history.then(op -> {
          op.createTable(
              "t" + number, column("id", integer()).primaryKey(), column("name", string(20)));
          op.addColumn("t" + number, column("note", string(20)));
          ran(op, number);
        });
      }
      return history.directory();
    }
  },

  /** The same, with an index that is built while others go on reading and writing. */
  CONCURRENT_INDEX {
    @Override
    ScriptDirectory directory() {
      return new LinearHistory()
          .then(op -> {
            op.createTable("ran", column("id", integer()).notNull());
            ran(op, 1);
          })
          .then(op -> {
            ran(op, 2);
            op.autocommitBlock(() -> op.execute("CREATE INDEX CONCURRENTLY ix_ran ON ran (id)"));
          })
          .then(op -> ran(op, 3))
          .directory();
    }
  };

  static final int REVISIONS = 8;

  abstract ScriptDirectory directory();

  private static void ran(Operations op, int number) {
    op.execute("INSERT INTO ran (id) VALUES (" + number + ")");
  }
}
