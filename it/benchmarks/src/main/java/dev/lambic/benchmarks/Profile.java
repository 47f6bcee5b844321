package dev.lambic.benchmarks;

import dev.lambic.benchmarks.StartWorkload.Start;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured, and how often.
 *
 * @param name what it is called on the command line
 * @param tables how many tables are inspected
 * @param workloads by the names that they have on the command line
 */
record Profile(String name, int tables, Map<String, Workload> workloads) {

  static Profile of(String name) {
    return switch (name) {
      case "smoke" -> smoke();
      case "quick" -> quick();
      case "full" -> full();
      default ->
        throw new IllegalArgumentException(
            "no profile '" + name + "'; there are smoke, quick and full");
    };
  }

  /** Whether the runner runs: as little as can be, and no server. */
  static Profile smoke() {
    Rounds once = new Rounds(0, 1);
    Map<String, Workload> workloads = new LinkedHashMap<>();
    workloads.put("upgrade", new UpgradeWorkload(List.of(Upgrade.byAll(Database.H2, 5, once))));
    workloads.put("cold", new ColdUpgradeWorkload(List.of(Upgrade.byLambic(Database.H2, 5, once))));
    workloads.put(
        "start", new StartWorkload(Database.SQLITE, List.of(new Start(5, once, new Rounds(2, 2)))));
    workloads.put("graph", new GraphWorkload(List.of(100), 1, once));
    workloads.put("memory", new IndexMemoryWorkload(5, once));
    workloads.put("compile", new CompileWorkload(5, once));
    return new Profile("smoke", 5, workloads);
  }

  /**
   * Less than ten minutes on a machine of two processors. 1,000 revisions only where there is a budget, on PostgreSQL and
   * in processes of their own without the others, which take most of the time.
   */
  private static Profile quick() {
    Rounds few = new Rounds(1, 3);
    Map<String, Workload> workloads = new LinkedHashMap<>();
    workloads.put(
        "upgrade",
        new UpgradeWorkload(List.of(
            Upgrade.byAll(Database.H2, 10, new Rounds(2, 5)),
            Upgrade.byAll(Database.H2, 100, new Rounds(2, 5)),
            Upgrade.byAll(Database.H2, 1_000, few),
            Upgrade.byAll(Database.SQLITE, 100, few),
            Upgrade.byAll(Database.POSTGRESQL, 100, few),
            Upgrade.byLambic(Database.POSTGRESQL, 1_000, new Rounds(1, 5)))));
    workloads.put(
        "cold",
        new ColdUpgradeWorkload(List.of(
            Upgrade.byLambic(Database.H2, 1_000, new Rounds(0, 3)),
            Upgrade.byLambic(Database.POSTGRESQL, 1_000, new Rounds(0, 3)))));
    workloads.put(
        "start",
        new StartWorkload(
            Database.POSTGRESQL, List.of(new Start(1_000, new Rounds(1, 5), new Rounds(10, 20)))));
    workloads.put("maven", new MavenWorkload(100, new Rounds(0, 2)));
    workloads.put("tenants", new TenantsWorkload(20, new Rounds(0, 2)));
    workloads.put("inspection", new InspectionWorkload());
    workloads.put("graph", new GraphWorkload(List.of(100_000), 3, new Rounds(3, 3)));
    workloads.put("compile", new CompileWorkload(1_000, new Rounds(2, 4)));
    return new Profile("quick", 500, workloads);
  }

  /** Everything that docs/performance.md has. */
  private static Profile full() {
    Rounds many = new Rounds(2, 11);
    Map<String, Workload> workloads = new LinkedHashMap<>();
    workloads.put(
        "upgrade",
        new UpgradeWorkload(List.of(
            Upgrade.byAll(Database.H2, 10, many),
            Upgrade.byAll(Database.H2, 100, many),
            Upgrade.byAll(Database.H2, 1_000, new Rounds(1, 7)),
            Upgrade.byAll(Database.SQLITE, 10, many),
            Upgrade.byAll(Database.SQLITE, 100, new Rounds(1, 7)),
            Upgrade.byAll(Database.SQLITE, 1_000, new Rounds(0, 3)),
            Upgrade.byAll(Database.POSTGRESQL, 10, many),
            Upgrade.byAll(Database.POSTGRESQL, 100, new Rounds(1, 7)),
            Upgrade.byAll(Database.POSTGRESQL, 1_000, new Rounds(1, 7)))));
    workloads.put(
        "cold",
        new ColdUpgradeWorkload(List.of(
            Upgrade.byAll(Database.H2, 1_000, new Rounds(0, 5)),
            Upgrade.byAll(Database.POSTGRESQL, 1_000, new Rounds(0, 5)))));
    workloads.put(
        "start",
        new StartWorkload(
            Database.POSTGRESQL,
            List.of(
                new Start(100, new Rounds(1, 11), new Rounds(100, 200)),
                new Start(1_000, new Rounds(1, 9), new Rounds(20, 50)),
                new Start(5_000, new Rounds(1, 9), new Rounds(10, 20)))));
    workloads.put("maven", new MavenWorkload(100, new Rounds(1, 5)));
    workloads.put("tenants", new TenantsWorkload(200, new Rounds(0, 3)));
    workloads.put("inspection", new InspectionWorkload());
    workloads.put("graph", new GraphWorkload(List.of(1_000, 10_000, 100_000), 5, new Rounds(3, 5)));
    workloads.put("memory", new IndexMemoryWorkload(10_000, new Rounds(1, 5)));
    workloads.put("compile", new CompileWorkload(1_000, new Rounds(5, 11)));
    return new Profile("full", 5_000, workloads);
  }
}
