package dev.lambic.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured of one thing, round by round. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  /** Returns one side of what several rounds came to. */
  static <T> Samples of(List<T> results, ToDoubleFunction<T> side) {
    Samples samples = new Samples();
    results.forEach(result -> samples.add(side.applyAsDouble(result)));
    return samples;
  }

  void add(double value) {
    values.add(value);
  }

  int count() {
    return values.size();
  }

  /** Returns the value that half of the others lie below. */
  double median() {
    return quantile(0.5);
  }

  /** Returns the value that this share of the others lies below. */
  double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
  }

  /** Returns these values as shares of others that were measured in the same rounds. */
  Samples dividedBy(Samples others) {
    Samples ratios = new Samples();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / others.values.get(i));
    }
    return ratios;
  }

  /** Returns what these values are above others that were measured in the same rounds. */
  Samples minus(Samples others) {
    Samples differences = new Samples();
    for (int i = 0; i < values.size(); i++) {
      differences.add(values.get(i) - others.values.get(i));
    }
    return differences;
  }
}
