package dev.lambic.benchmarks;

import dev.lambic.benchmarks.ColdRun.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What processes came to that were measured by turns: their time, and the most memory that they had. */
record ColdRounds(Map<String, Samples> milliseconds, Map<String, Samples> mebibytes) {

  static ColdRounds of(Rounds rounds, Map<String, Callable<Result>> processes) throws Exception {
    Map<String, Samples> milliseconds = new LinkedHashMap<>();
    Map<String, Samples> mebibytes = new LinkedHashMap<>();
    rounds.results(processes).forEach((name, results) -> {
      milliseconds.put(name, Samples.of(results, Result::milliseconds));
      mebibytes.put(name, Samples.of(results, Result::peakMebibytes));
    });
    return new ColdRounds(milliseconds, mebibytes);
  }

  /** Writes a table of the times, and one of the memory. */
  void reportTo(Report report, String title) {
    report.comparison(title, "ms", milliseconds);
    List<List<String>> rows = new ArrayList<>();
    mebibytes.forEach((name, peaks) -> rows.add(
        List.of(name, Report.spread(peaks, "%.1f"), Report.spread(aboveFloor(name), "%.1f"))));
    report.table(
        List.of("the same: peak memory of the process", "MiB", "above bare JDBC, MiB"), rows);
  }

  /** Returns how many times the floor's time a contender took. */
  Samples ratio(String name) {
    return milliseconds.get(name).dividedBy(milliseconds.get(Contender.FLOOR));
  }

  /** Returns how many MiB more than the floor a contender had. */
  Samples aboveFloor(String name) {
    return mebibytes.get(name).minus(mebibytes.get(Contender.FLOOR));
  }
}
