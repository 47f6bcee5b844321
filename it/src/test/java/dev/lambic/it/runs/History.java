package dev.lambic.it.runs;

import dev.lambic.Migration;
import dev.lambic.config.Config;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.MigrationListener;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;

/** A line of revisions made by hand, each a piece of code. */
final class History implements RevisionIndex {
  /** One direction of a migration. */
  @FunctionalInterface
  interface Step {
    void run(Operations op) throws Exception;
  }

  private final List<RevisionEntry> entries = new ArrayList<>();
  private final List<Step> upgrades = new ArrayList<>();

  /** Adds a revision behind the last one, under the next of the names {@code r1}, {@code r2} and so on. */
  History then(Step upgrade) {
    return revision("r" + (entries.size() + 1), upgrade);
  }

  /** Adds a revision behind the last one. */
  History revision(String id, Step upgrade) {
    return add(builder(id).build(), upgrade);
  }

  /** Adds a revision that may not run inside a transaction. */
  History nonTransactional(String id, Step upgrade) {
    return add(builder(id).nonTransactional().build(), upgrade);
  }

  private RevisionEntry.Builder builder(String id) {
    RevisionEntry.Builder builder = RevisionEntry.builder(id, "shop." + id).message("do " + id);
    return entries.isEmpty()
        ? builder
        : builder.downRevision(entries.get(entries.size() - 1).id());
  }

  private History add(RevisionEntry entry, Step upgrade) {
    entries.add(entry);
    upgrades.add(upgrade);
    return this;
  }

  ScriptDirectory directory() {
    return ScriptDirectory.of(List.of(this));
  }

  Config.Builder config() {
    return Config.builder().scriptDirectory(directory()).listener(new MigrationListener() {});
  }

  @Override
  public List<RevisionEntry> revisions() {
    return entries;
  }

  @Override
  public Migration create(int position) {
    return new Migration() {
      @Override
      public void upgrade(Operations op) throws Exception {
        upgrades.get(position).run(op);
      }

      @Override
      public void downgrade(Operations op) {
        op.execute("DROP TABLE t_" + entries.get(position).id());
      }
    };
  }
}
