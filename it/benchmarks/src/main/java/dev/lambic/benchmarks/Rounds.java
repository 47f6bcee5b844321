package dev.lambic.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures several jobs by turns, so that whatever else the machine does meets all of them. Another job begins each round:
 * none always runs behind the same one.
 *
 * @param warmUps how many rounds come first and do not count
 * @param counted how many rounds count
 */
record Rounds(int warmUps, int counted) {

  /** Something that measures itself, as what is prepared for it does not count. */
  interface Job {
    /** Returns what one round came to. */
    double measure() throws Exception;
  }

  /** Something whose time is measured. */
  interface Timed {
    void run() throws Exception;
  }

  /** Returns how many milliseconds something takes. */
  static double milliseconds(Timed timed) throws Exception {
    long start = System.nanoTime();
    timed.run();
    return (System.nanoTime() - start) / 1e6;
  }

  Map<String, Samples> of(Map<String, Job> jobs) throws Exception {
    Map<String, Callable<Double>> measuring = new LinkedHashMap<>();
    jobs.forEach((name, job) -> measuring.put(name, job::measure));
    Map<String, Samples> samples = new LinkedHashMap<>();
    results(measuring)
        .forEach((name, values) -> samples.put(name, Samples.of(values, value -> value)));
    return samples;
  }

  /** Returns what came of each job in each of the rounds that count. */
  <T> Map<String, List<T>> results(Map<String, Callable<T>> jobs) throws Exception {
    Map<String, List<T>> results = new LinkedHashMap<>();
    jobs.keySet().forEach(name -> results.put(name, new ArrayList<>()));
    List<String> names = List.copyOf(jobs.keySet());
    for (int round = 0; round < warmUps + counted; round++) {
      for (int turn = 0; turn < names.size(); turn++) {
        String name = names.get((round + turn) % names.size());
        T result = jobs.get(name).call();
        if (round >= warmUps) {
          results.get(name).add(result);
        }
      }
    }
    return results;
  }
}
