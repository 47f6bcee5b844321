package dev.lambic.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts revisions so that each comes before what it needs. Of the orders possible it takes Alembic's. It follows lines:
 * at first one for each head, in load order. A line goes down as long as no other line still has to come through the
 * revision it is at; else the first such line goes on. At a merge the line takes the first parent, and each of the others
 * begins a line of its own behind all that there are; a line that has ended gives way to the one before it.
 *
 * <p>To find the first line above a revision, what is known of its dependents is kept: as lines only ever move down and
 * new ones go to the end, the number of the first line above a revision never sinks, so that what was once found
 * is a lower bound for ever, and exact until that line parts or ends. That keeps the cost near linear.
 */
final class TopologicalOrder {
  private static final int NONE = -1;
  private static final int NO_LINE = Integer.MAX_VALUE;

  private final RevisionGraph graph;
  private final BitSet todo;

  /** What is to be sorted and not sorted yet, and what lies between, if the slice has gaps. */
  private final BitSet pending;

  /** For each revision, how many of its dependents are pending. */
  private final int[] waitingFor;

  private final Lines lines;

  /** For each revision, the first line above it or at it when that was last looked up: a lower bound. */
  private final int[] firstLine;

  /** For each revision, the age that its {@link #firstLine} had then. */
  private final int[] seenAge;

  /** For each revision that was asked about, its dependents by their {@link #firstLine}, as {@code line << 32 | dependent}. */
  private final @Nullable PriorityQueue<Long>[] dependents;

  private final List<Integer> sorted = new ArrayList<>();

  /**
   * @param revisions what is to be sorted
   * @param heads where lines begin; those that are not among the revisions are ignored
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  TopologicalOrder(RevisionGraph graph, BitSet revisions, BitSet heads) {
    this.graph = graph;
    this.todo = (BitSet) revisions.clone();
    this.pending = graph.ancestors(revisions);
    this.pending.and(graph.descendants(revisions));
    this.waitingFor = new int[graph.size()];
    this.firstLine = new int[graph.size()];
    this.seenAge = new int[graph.size()];
    this.dependents = new PriorityQueue[graph.size()];
    pending.stream()
        .forEach(one -> Arrays.stream(graph.needs(one)).forEach(need -> waitingFor[need]++));
    BitSet starts = (BitSet) heads.clone();
    starts.and(revisions);
    starts.or(graph.tips(revisions));
    this.lines = new Lines(graph.size());
    starts.stream().forEach(lines::add);
  }

  List<Integer> sort() {
    int line = lines.first();
    while (line != NONE) {
      int candidate = lines.at(line);
      line = waitingFor[candidate] > 0 ? firstLineAbove(candidate) : advance(line, candidate);
    }
    return sorted;
  }

  /** Moves a line on from its revision, and returns the line to go on with. */
  private int advance(int line, int revision) {
    sorted.add(revision);
    todo.clear(revision);
    lines.leave(revision);
    int stillNeeded = 0;
    IntStack released = new IntStack();
    released.push(revision);
    while (!released.isEmpty()) {
      int done = released.pop();
      pending.clear(done);
      for (int need : graph.needs(done)) {
        if (pending.get(need)) {
          stillNeeded++;
          if (--waitingFor[need] == 0 && !todo.get(need)) {
            released.push(need);
          }
        }
      }
    }
    int[] next = Arrays.stream(graph.normalizedNeeds(revision))
        .filter(need -> todo.get(need) && !lines.isAt(need))
        .toArray();
    if (next.length == 0) {
      return lines.end(line);
    }
    lines.move(line, next[0]);
    Arrays.stream(next, 1, next.length).forEach(lines::add);
    if (stillNeeded > 1) {
      lines.part(line);
    }
    return line;
  }

  /** Finds the first of the lines that still have to come through a revision on their way down. */
  private int firstLineAbove(int revision) {
    IntStack path = new IntStack();
    path.push(revision);
    while (true) {
      int at = path.peek();
      int unknown = unknownDependent(at);
      if (unknown != NONE) {
        path.push(unknown);
        continue;
      }
      int above = boundAbove(at);
      path.pop();
      if (path.isEmpty()) {
        return above;
      }
      firstLine[at] = Math.min(above, lines.isAt(at) ? lines.through(at) : NO_LINE);
      seenAge[at] = lines.age(firstLine[at]);
    }
  }

  /** Returns the dependent that has to be looked at before the first line above a revision is known, or none. */
  private int unknownDependent(int revision) {
    PriorityQueue<Long> queue = dependentsOf(revision);
    while (!queue.isEmpty()) {
      long top = queue.element();
      int dependent = (int) top;
      int bound = firstLine[dependent];
      if (!pending.get(dependent)) {
        queue.remove();
      } else if (bound > (int) (top >>> 32)) {
        queue.remove();
        queue.add((long) bound << 32 | dependent);
      } else {
        return isExact(dependent) ? NONE : dependent;
      }
    }
    return NONE;
  }

  private boolean isExact(int revision) {
    int line = firstLine[revision];
    return seenAge[revision] > 0 && seenAge[revision] == lines.age(line);
  }

  private int boundAbove(int revision) {
    PriorityQueue<Long> queue = dependentsOf(revision);
    return queue.isEmpty() ? NO_LINE : (int) (queue.element() >>> 32);
  }

  private PriorityQueue<Long> dependentsOf(int revision) {
    PriorityQueue<Long> queue = dependents[revision];
    if (queue == null) {
      queue = new PriorityQueue<>();
      for (int dependent : graph.dependents(revision)) {
        if (pending.get(dependent)) {
          queue.add((long) firstLine[dependent] << 32 | dependent);
        }
      }
      dependents[revision] = queue;
    }
    return queue;
  }

  /** The lines, in order, each at the revision that it comes to next. */
  private static final class Lines {
    private final int[] lineAt;
    private int[] at = new int[16];
    private int[] previous = new int[16];
    private int[] next = new int[16];
    private int[] age = new int[16];
    private int count;
    private int first = NONE;
    private int last = NONE;

    Lines(int revisions) {
      lineAt = new int[revisions];
      Arrays.fill(lineAt, NONE);
    }

    int first() {
      return first;
    }

    int at(int line) {
      return at[line];
    }

    boolean isAt(int revision) {
      return lineAt[revision] != NONE;
    }

    int through(int revision) {
      return lineAt[revision];
    }

    /** Returns a number that changes when there are revisions that the line no longer leads to. */
    int age(int line) {
      return line == NO_LINE ? 0 : age[line];
    }

    void add(int revision) {
      if (count == at.length) {
        at = Arrays.copyOf(at, 2 * count);
        previous = Arrays.copyOf(previous, 2 * count);
        next = Arrays.copyOf(next, 2 * count);
        age = Arrays.copyOf(age, 2 * count);
      }
      int line = count++;
      at[line] = revision;
      lineAt[revision] = line;
      age[line] = 1;
      previous[line] = last;
      next[line] = NONE;
      if (last == NONE) {
        first = line;
      } else {
        next[last] = line;
      }
      last = line;
    }

    void leave(int revision) {
      lineAt[revision] = NONE;
    }

    void move(int line, int revision) {
      at[line] = revision;
      lineAt[revision] = line;
    }

    void part(int line) {
      age[line]++;
    }

    /** Removes a line and returns the one before it, or else the first. */
    int end(int line) {
      age[line]++;
      if (previous[line] == NONE) {
        first = next[line];
      } else {
        next[previous[line]] = next[line];
      }
      if (next[line] == NONE) {
        last = previous[line];
      } else {
        previous[next[line]] = previous[line];
      }
      return previous[line] == NONE ? first : previous[line];
    }
  }
}
