package dev.lambic.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    Map<String, Workload> workloads = profile.workloads();
    for (String name : names) {
      if (!workloads.containsKey(name)) {
        throw new IllegalArgumentException("there are " + workloads.keySet());
      }
    }
    Report report = new Report();
    Path file = folder.resolve("performance-" + profile.name() + ".md");
    Folders.delete(folder.resolve("databases"));
    try (Databases databases = new Databases(folder.resolve("databases"))) {
      Setup setup = new Setup(
          folder, databases, new HistoryWriter(folder.resolve("histories")), report, profile);
      report.preface(Machine.describe());
      report.preface(versions());
      List<String> times = new ArrayList<>();
      for (Map.Entry<String, Workload> workload : workloads.entrySet()) {
        if (names.isEmpty() || names.contains(workload.getKey())) {
          double took = Rounds.milliseconds(() -> workload.getValue().run(setup));
          times.add("%s %.0f s".formatted(workload.getKey(), took / 1e3));
          // After each, so that a run that is cut short leaves what it has.
          report.writeTo(file);
        }
      }
      if (!databases.versions().isEmpty()) {
        report.preface("Databases: " + String.join(", ", databases.versions()) + ".");
      }
      report.preface("What the measuring itself took, with all that was prepared for it: "
          + String.join(", ", times) + ".");
    }
    report.writeTo(file);
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
