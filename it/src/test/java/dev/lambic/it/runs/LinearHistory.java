package dev.lambic.it.runs;

import dev.lambic.Migration;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;

/** Revisions one after the other, {@code r1}, {@code r2} and so on, each made of the lines that it runs. */
public final class LinearHistory implements RevisionIndex {
  /** What a revision does. */
  @FunctionalInterface
  public interface Step {
    void run(Operations op) throws Exception;
  }

  private final List<Step> upgrades = new ArrayList<>();
  private final List<Step> downgrades = new ArrayList<>();

  /** Adds a revision that cannot be undone. */
  public LinearHistory then(Step upgrade) {
    return then(upgrade, op -> {
      throw new AssertionError("nobody is to undo this");
    });
  }

  /** Adds a revision. */
  public LinearHistory then(Step upgrade, Step downgrade) {
    upgrades.add(upgrade);
    downgrades.add(downgrade);
    return this;
  }

  /** Returns the history. */
  public ScriptDirectory directory() {
    return ScriptDirectory.of(List.of(this));
  }

  @Override
  public List<RevisionEntry> revisions() {
    List<RevisionEntry> entries = new ArrayList<>();
    for (int i = 1; i <= upgrades.size(); i++) {
      RevisionEntry.Builder entry =
          RevisionEntry.builder("r" + i, "shop.R" + i).message("step " + i);
      entries.add(i == 1 ? entry.build() : entry.downRevision("r" + (i - 1)).build());
    }
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
      public void downgrade(Operations op) throws Exception {
        downgrades.get(position).run(op);
      }
    };
  }
}
