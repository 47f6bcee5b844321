package dev.lambic.it;

import dev.lambic.Migration;
import dev.lambic.autogenerate.HistoryMetadata;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;

/** Histories of operations that were generated. */
final class Folds {
  private Folds() {}

  /** Returns what a history leads to that has one revision for each list of operations. */
  @SafeVarargs
  static HistoryMetadata of(List<MigrateOperation>... revisions) {
    List<RevisionEntry> entries = new ArrayList<>();
    for (int i = 0; i < revisions.length; i++) {
      RevisionEntry.Builder entry = RevisionEntry.builder("r" + i, "generated.R" + i);
      entries.add(i == 0 ? entry.build() : entry.downRevision("r" + (i - 1)).build());
    }
    return HistoryMetadata.of(ScriptDirectory.of(List.of(new RevisionIndex() {
      @Override
      public List<RevisionEntry> revisions() {
        return entries;
      }

      @Override
      public Migration create(int position) {
        return new Migration() {
          @Override
          public void upgrade(Operations op) {
            revisions[position].forEach(op::invoke);
          }
        };
      }
    })));
  }
}
