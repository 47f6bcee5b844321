package dev.lambic.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Measures whole jobs: {@code Main PROFILE [-into DOCUMENT] [WORKLOAD...]}, where the profile is {@code smoke}, {@code
 * quick} or {@code full}, and without a workload all of the profile are measured.
 */
public final class Main {
  private Main() {}

  private static Map<String, Workload> workloads(Profile profile) {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    if (profile.equals(Profile.SMOKE)) {
      workloads.put("upgrade", new UpgradeWorkload(List.of(Database.H2)));
      return workloads;
    }
    workloads.put("upgrade", new UpgradeWorkload(List.of(Database.values())));
    workloads.put("start", new StartWorkload(Database.POSTGRESQL));
    workloads.put("tenants", new TenantsWorkload());
    workloads.put("inspection", new InspectionWorkload());
    return workloads;
  }

  /** Runs what the arguments say. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    Profile profile = Profile.of(words.remove(0));
    Path document = null;
    if (words.size() > 1 && words.get(0).equals("-into")) {
      words.remove(0);
      document = Path.of(words.remove(0));
    }
    Report report = measure(profile, words, Path.of("it", "benchmarks", "target", "measured"));
    if (document != null) {
      report.putInto(document);
    }
  }

  /** Measures the workloads of these names; all, if there are none. */
  static Report measure(Profile profile, List<String> names, Path folder) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    Map<String, Workload> workloads = workloads(profile);
    for (String name : names) {
      if (!workloads.containsKey(name)) {
        throw new IllegalArgumentException("there are " + workloads.keySet());
      }
    }
    Report report = new Report();
    Folders.delete(folder.resolve("databases"));
    try (Databases databases = new Databases(folder.resolve("databases"))) {
      Setup setup = new Setup(
          folder, databases, new HistoryWriter(folder.resolve("histories")), report, profile);
      report.paragraph(Machine.describe());
      report.paragraph(versions());
      for (Map.Entry<String, Workload> workload : workloads.entrySet()) {
        if (names.isEmpty() || names.contains(workload.getKey())) {
          workload.getValue().run(setup);
        }
      }
    }
    report.writeTo(folder.resolve("performance-" + profile.name() + ".md"));
    return report;
  }

  private static String versions() {
    return "Measured on " + LocalDate.now(ZoneOffset.UTC) + ": "
        + Contender.all().stream()
            .filter(contender -> !contender.version().isEmpty())
            .map(contender -> contender.name() + " " + contender.version())
            .collect(Collectors.joining(", "))
        + ".";
  }
}
