package dev.lambic.benchmarks;

import java.util.List;

/**
 * An empty database that is brought to the head.
 *
 * @param database of which kind
 * @param revisions the length of the history
 * @param rounds how often
 * @param contenders by whom, the floor first
 */
record Upgrade(Database database, int revisions, Rounds rounds, List<Contender> contenders) {

  /** By everyone. */
  static Upgrade byAll(Database database, int revisions, Rounds rounds) {
    return new Upgrade(database, revisions, rounds, Contender.forUpgrades());
  }

  /** By those alone that a budget is about. */
  static Upgrade byLambic(Database database, int revisions, Rounds rounds) {
    return new Upgrade(database, revisions, rounds, Contender.forBudgets());
  }

  String title() {
    return "%s, %,d revisions".formatted(database.title(), revisions);
  }
}
