package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.graph.CaseGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the graphs that are too large to be written out. */
final class LargeGraphs {
  private final List<Node> nodes = new ArrayList<>();
  private final JsonNode params;

  private LargeGraphs(JsonNode params) {
    this.params = params;
  }

  static CaseGraph of(String family, JsonNode params) {
    LargeGraphs graphs = new LargeGraphs(params);
    switch (family) {
      case "linear" -> graphs.linear();
      case "diamonds" -> graphs.diamonds();
      case "lanes" -> graphs.lanes();
      case "forestdeps" -> graphs.forestWithDependencies();
      case "tree" -> graphs.tree();
      case "lcg" -> graphs.random();
      default -> throw new IllegalArgumentException("unknown family of graphs: " + family);
    }
    return new CaseGraph(graphs.nodes);
  }

  private int param(String name) {
    return params.path(name).intValue();
  }

  private static String id(String prefix, int number) {
    return String.format(Locale.ROOT, "%s%06d", prefix, number);
  }

  private static String laneId(int lane, int position) {
    return String.format(Locale.ROOT, "l%02d_%05d", lane, position);
  }

  private void add(String id, List<String> down) {
    nodes.add(new Node(id, down, List.of(), List.of()));
  }

  private void linear() {
    for (int i = 0; i < param("n"); i++) {
      add(id("r", i), i == 0 ? List.of() : List.of(id("r", i - 1)));
    }
  }

  private void diamonds() {
    for (int i = 0; i <= 3 * param("k"); i++) {
      List<String> down = List.of();
      if (i % 3 != 0) {
        down = List.of(id("d", 3 * (i / 3)));
      } else if (i > 0) {
        down = List.of(id("d", i - 2), id("d", i - 1));
      }
      add(id("d", i), down);
    }
  }

  private void lanes() {
    int lanes = param("lanes");
    for (int position = 0; position < param("length"); position++) {
      for (int lane = 0; lane < lanes; lane++) {
        List<String> down = new ArrayList<>();
        if (position > 0) {
          down.add(laneId(lane, position - 1));
          if (position % param("every") == 0) {
            down.add(laneId((lane + 1) % lanes, position - 1));
          }
        }
        add(laneId(lane, position), down);
      }
    }
  }

  private void forestWithDependencies() {
    for (int lane = 0; lane < param("lanes"); lane++) {
      for (int position = 0; position < param("length"); position++) {
        boolean isDependent = lane > 0 && position % param("every") == 0;
        nodes.add(new Node(
            laneId(lane, position),
            position == 0 ? List.of() : List.of(laneId(lane, position - 1)),
            isDependent ? List.of(laneId(lane - 1, position)) : List.of(),
            position == 0 ? List.of(String.format(Locale.ROOT, "lane%02d", lane)) : List.of()));
      }
    }
  }

  private void tree() {
    for (int i = 0; i < param("n"); i++) {
      add(id("t", i), i == 0 ? List.of() : List.of(id("t", (i - 1) / 2)));
    }
  }

  private void random() {
    Generator generator = new Generator(param("seed"));
    List<Integer> tips = new ArrayList<>(List.of(0));
    add(id("g", 0), List.of());
    for (int i = 1; i < param("n"); i++) {
      int choice = generator.below(10);
      List<Integer> down;
      if (choice < 6) {
        down = List.of(tips.get(generator.below(tips.size())));
      } else if (choice < 8) {
        down = List.of(generator.below(i));
      } else {
        int first = tips.get(generator.below(tips.size()));
        int second = tips.get(generator.below(tips.size()));
        down = first == second ? List.of(first) : List.of(first, second);
      }
      tips.removeAll(down);
      tips.add(i);
      add(id("g", i), down.stream().map(number -> id("g", number)).toList());
    }
  }

  /** The linear congruential generator that FORMAT.md gives. */
  private static final class Generator {
    private long state;

    Generator(long seed) {
      this.state = seed;
    }

    int below(int bound) {
      state = (state * 1103515245 + 12345) % (1L << 31);
      return (int) (state / 65536) % bound;
    }
  }
}
