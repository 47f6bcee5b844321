package dev.lambic.it.runs;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;

import dev.lambic.operations.Operations;
import dev.lambic.script.ScriptDirectory;
import java.util.List;
import java.util.function.Consumer;

/** The histories that processes of their own run. */
enum Histories {
  /** Tables, and a row for each revision that says that it ran. */
  TABLES {
    @Override
    ScriptDirectory directory() {
      History history = new History().then(op -> {
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

  /** One revision of ten statements, of every kind, and one behind it. */
  TEN_STATEMENTS {
    @Override
    ScriptDirectory directory() {
      return tenStatements(0);
    }
  },

  /** The same, with an index that is built while others go on reading and writing. */
  CONCURRENT_INDEX {
    @Override
    ScriptDirectory directory() {
      return new History()
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
  static final int STATEMENTS = 10;

  /** Returns the history whose first revision has ten statements, one of which fails; none for a 0. */
  static ScriptDirectory tenStatements(int failing) {
    return new History()
        .then(op -> {
          List<Consumer<Operations>> all = List.of(
              it ->
                  it.createTable("one", column("id", integer()).primaryKey().autoincrement(false)),
              it -> it.createTable(
                  "two", column("id", integer()).notNull(), column("one_id", integer())),
              it -> it.execute("INSERT INTO one VALUES (1)"),
              it -> it.addColumn("two", column("name", string(20))),
              it -> it.createIndex("ix_two_name", "two", "name"),
              it -> it.execute("INSERT INTO two (id, one_id, name) VALUES (1, 1, 'a')"),
              it -> it.createIndex("ix_two_one", "two", "one_id"),
              it -> it.renameTable("two", "renamed"),
              it -> it.dropIndex("ix_two_name", "renamed"),
              it -> it.createTable("three", column("id", integer())));
          for (int i = 1; i <= all.size(); i++) {
            if (i == failing) {
              op.execute("SELECT nothing FROM nowhere");
            }
            all.get(i - 1).accept(op);
          }
        })
        .then(op -> op.createTable("four", column("id", integer())))
        .directory();
  }

  abstract ScriptDirectory directory();

  private static void ran(Operations op, int number) {
    op.execute("INSERT INTO ran (id) VALUES (" + number + ")");
  }
}
