package dev.lambic.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param name what it is called on the command line
 * @param upgrades the lengths of the histories that empty databases are brought to the head of
 * @param starts the lengths of the histories that there is nothing to do of
 * @param upgradeRounds how often an upgrade counts, for histories of less than 1,000 revisions
 * @param longRounds how often it counts for the others
 * @param warmRounds how often a warm start counts
 * @param coldRounds how often a start in a process of its own counts
 * @param tenants how many schemas
 * @param tables how many tables are inspected
 */
record Profile(
    String name,
    List<Integer> upgrades,
    List<Integer> starts,
    int upgradeRounds,
    int longRounds,
    int warmRounds,
    int coldRounds,
    int tenants,
    int tables) {

  static final Profile SMOKE = new Profile("smoke", List.of(5), List.of(5), 1, 1, 2, 1, 2, 5);
  static final Profile QUICK =
      new Profile("quick", List.of(10, 100, 1_000), List.of(1_000), 5, 3, 50, 7, 20, 500);
  static final Profile FULL = new Profile(
      "full", List.of(10, 100, 1_000), List.of(100, 1_000, 5_000), 11, 9, 200, 15, 200, 5_000);

  static Profile of(String name) {
    return List.of(SMOKE, QUICK, FULL).stream()
        .filter(profile -> profile.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no profile '" + name + "'"));
  }

  int rounds(int revisions) {
    return revisions < 1_000 ? upgradeRounds : longRounds;
  }
}
