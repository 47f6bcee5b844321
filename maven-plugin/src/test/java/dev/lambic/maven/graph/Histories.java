package dev.lambic.maven.graph;

import dev.lambic.Migration;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories to draw. */
public final class Histories {
  private Histories() {}

  private record Entries(List<RevisionEntry> revisions) implements RevisionIndex {
    @Override
    public Migration create(int position) {
      throw new AssertionError("nothing is to run");
    }
  }

  public static ScriptDirectory of(List<RevisionEntry> entries) {
    return ScriptDirectory.of(List.of(new Entries(entries)));
  }

  /** Makes revisions from lines such as {@code "a <- b c"}: b and c come after a; {@code "a <~ b"}: b depends on it. */
  static List<Script> graph(String... lines) {
    List<RevisionEntry> entries = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      List<String> parents = new ArrayList<>();
      List<String> needs = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        (parts[i].startsWith("~") ? needs : parents).add(parts[i].replace("~", ""));
      }
      entries.add(RevisionEntry.builder(parts[0], "shop." + parts[0])
          .downRevision(parents.toArray(String[]::new))
          .dependsOn(needs.toArray(String[]::new))
          .message("do " + parts[0])
          .build());
    }
    return of(entries).walkRevisions();
  }

  /** Makes a history with branches, merges, dependencies and labels, the same for the same size. */
  public static ScriptDirectory large(int size) {
    Random random = new Random(size);
    String[] verbs = {"add", "drop", "rename", "split", "index", "fill", "widen", "move"};
    String[] things = {
      "account.email",
      "order_line.quantity",
      "product.title",
      "invoice",
      "customer address",
      "stock level",
      "audit log",
      "payment reference"
    };
    List<RevisionEntry> entries = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String id = "%012x".formatted((0x9E3779B97F4A7C15L * (i + 1)) >>> 16 & 0xFFFFFFFFFFFFL);
      RevisionEntry.Builder entry = RevisionEntry.builder(id, "com.example.shop.migrations.R" + i)
          .message(
              verbs[random.nextInt(verbs.length)] + " " + things[random.nextInt(things.length)])
          .createDate("2026-01-01 10:00:00 +01:00");
      int choice = random.nextInt(100);
      if (heads.isEmpty()) {
        entry.branchLabels("core");
      } else if (choice < 8 && heads.size() < 7) {
        String parent =
            entries.get(Math.max(0, i - 1 - random.nextInt(Math.min(i, 6)))).id();
        entry.downRevision(parent);
        heads.remove(parent);
        if (choice < 3) {
          entry.branchLabels("topic-" + i);
        }
      } else if (heads.size() > 1 && (choice < 18 || i == size - 1)) {
        String one = heads.remove(random.nextInt(heads.size()));
        String two = heads.remove(random.nextInt(heads.size()));
        entry.downRevision(one, two).message("merge " + one + " and " + two);
      } else {
        String parent = heads.remove(random.nextInt(heads.size()));
        entry.downRevision(parent);
        if (choice > 95 && !heads.isEmpty()) {
          entry.dependsOn(heads.get(0));
        }
      }
      heads.add(id);
      entries.add(entry.build());
    }
    return of(entries);
  }
}
