package dev.lambic.testing;

import dev.lambic.Migration;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A history made by hand, as the index of a module would give it. */
public final class History implements RevisionIndex {
  /** One direction of a migration. */
  @FunctionalInterface
  public interface Step {
    void run(Operations op) throws Exception;
  }

  private final List<RevisionEntry> entries = new ArrayList<>();
  private final List<Migration> migrations = new ArrayList<>();

  /**
   * Makes a history from lines such as {@code "a -> b -> c"} and {@code "c, d -> e"}, whose migrations do nothing. Load
   * order is that of the ids.
   */
  public static ScriptDirectory graph(String... lines) {
    History history = new History();
    List<String> seen = new ArrayList<>();
    record Edge(String child, List<String> parents) {}
    List<Edge> edges = new ArrayList<>();
    for (String line : lines) {
      List<String> parents = List.of();
      for (String group : line.split(" -> ")) {
        List<String> ids = Arrays.asList(group.split(", "));
        for (String id : ids) {
          if (!seen.contains(id)) {
            seen.add(id);
            edges.add(new Edge(id, parents));
          }
        }
        parents = ids;
      }
    }
    edges.forEach(edge -> history.revision(edge.child(), edge.parents(), op -> {}, op -> {}));
    return history.scriptDirectory();
  }

  /** Adds a revision that comes after one other, or first if there is none. */
  public History revision(String id, String parent, Step upgrade, Step downgrade) {
    return revision(id, parent.isEmpty() ? List.of() : List.of(parent), upgrade, downgrade);
  }

  /** Adds a revision. */
  public History revision(String id, List<String> parents, Step upgrade, Step downgrade) {
    return add(
        RevisionEntry.builder(id, "shop." + id)
            .downRevision(parents.toArray(String[]::new))
            .message("do " + id)
            .build(),
        upgrade,
        downgrade);
  }

  /** Adds a revision that cannot be undone. */
  public History irreversible(String id, String parent, Step upgrade) {
    return add(
        RevisionEntry.builder(id, "shop." + id)
            .downRevision(parent)
            .message("do " + id)
            .irreversible()
            .build(),
        upgrade,
        op -> {
          throw new AssertionError("nothing may try to undo " + id);
        });
  }

  /** Adds a revision that may not run inside a transaction. */
  public History nonTransactional(String id, String parent, Step upgrade, Step downgrade) {
    return add(
        RevisionEntry.builder(id, "shop." + id)
            .downRevision(parent.isEmpty() ? new String[0] : new String[] {parent})
            .message("do " + id)
            .nonTransactional()
            .build(),
        upgrade,
        downgrade);
  }

  /** Adds a revision as an index describes it. */
  public History add(RevisionEntry entry, Step upgrade, Step downgrade) {
    entries.add(entry);
    migrations.add(new Migration() {
      @Override
      public void upgrade(Operations op) throws Exception {
        upgrade.run(op);
      }

      @Override
      public void downgrade(Operations op) throws Exception {
        downgrade.run(op);
      }
    });
    return this;
  }

  public ScriptDirectory scriptDirectory() {
    return ScriptDirectory.of(List.of(this));
  }

  @Override
  public List<RevisionEntry> revisions() {
    return entries;
  }

  @Override
  public Migration create(int position) {
    return migrations.get(position);
  }
}
