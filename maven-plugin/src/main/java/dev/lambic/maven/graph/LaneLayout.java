package dev.lambic.maven.graph;

import dev.lambic.script.Script;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts a history into rows and lanes: a revision to a row, newest first, and a line down to each that it needs. A lane leads
 * to one revision at a time; lines to the same revision join as soon as they can, so that there are few lanes and lines
 * cross little. A lane never moves sideways; one that has come to its end is free for the next line. The cost is that of
 * the rows times the lanes.
 */
final class LaneLayout {
  /**
   * A line between a row and the next one.
   *
   * @param from the lane that it comes from
   * @param to the lane that it goes on in
   * @param isParent whether it leads to a parent; else to a dependency alone
   */
  record Segment(int from, int to, boolean isParent) {
    boolean isStraight() {
      return from == to;
    }
  }

  /**
   * A revision.
   *
   * @param lane the lane that it stands in
   * @param below the lines between this row and the next one, by the lanes that they go on in
   */
  record Row(Script script, int lane, List<Segment> below) {
    Row {
      below = List.copyOf(below);
    }

    /** Returns the lines that begin at the revision. */
    List<Segment> own() {
      return below.stream().filter(line -> line.from() == lane).toList();
    }

    /** Returns the lines that pass the revision by. */
    List<Segment> others() {
      return below.stream().filter(line -> line.from() != lane).toList();
    }

    /** Returns how many lanes there are as far as the last one in use. */
    int width() {
      return 1
          + below.stream()
              .mapToInt(line -> Math.max(line.from(), line.to()))
              .reduce(lane, Math::max);
    }
  }

  /** What a lane leads to. */
  private record Lane(int number, boolean isParent) {}

  private final Set<String> shown;
  private final Map<String, Lane> leadingTo = new LinkedHashMap<>();
  private final BitSet used = new BitSet();

  private LaneLayout(Set<String> shown) {
    this.shown = shown;
  }

  /**
   * Lays out a part of a history.
   *
   * @param newestFirst the revisions to show, each before all that it needs; lines to others are left out
   */
  static List<Row> of(List<Script> newestFirst) {
    LaneLayout layout = new LaneLayout(newestFirst.stream()
        .map(Script::revision)
        .collect(Collectors.toCollection(LinkedHashSet::new)));
    return newestFirst.stream().map(layout::row).toList();
  }

  private Row row(Script script) {
    Lane own = leadingTo.remove(script.revision());
    int lane = own == null ? used.nextClearBit(0) : own.number();
    used.clear(lane);
    Map<Integer, Segment> straight = new TreeMap<>();
    leadingTo
        .values()
        .forEach(other -> straight.put(
            other.number(), new Segment(other.number(), other.number(), other.isParent())));
    List<Segment> below = new ArrayList<>(straight.values());
    script.downRevisions().forEach(parent -> add(below, lane, parent, true));
    script.dependencies().forEach(needed -> {
      if (!script.downRevisions().contains(needed)) {
        add(below, lane, needed, false);
      }
    });
    return new Row(script, lane, below);
  }

  private void add(List<Segment> below, int from, String target, boolean isParent) {
    if (!shown.contains(target)) {
      return;
    }
    Lane joined = leadingTo.get(target);
    int to = joined != null ? joined.number() : used.get(from) ? used.nextClearBit(0) : from;
    used.set(to);
    leadingTo.put(target, new Lane(to, isParent || (joined != null && joined.isParent())));
    below.add(new Segment(from, to, isParent));
  }
}
