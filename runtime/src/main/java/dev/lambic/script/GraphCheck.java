package dev.lambic.script;

import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a history, so that all of it can be reported at once. */
final class GraphCheck {
  /** The width of the version table's column, in this tool as in Alembic. */
  private static final int LONGEST_ID = 32;

  private static final String ILLEGAL_CHARACTERS = "@-+:";
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private final List<RevisionEntry> entries;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private final List<GraphDefect> defects = new ArrayList<>();

  private GraphCheck(List<RevisionEntry> entries) {
    this.entries = entries;
  }

  /**
   * Refuses a history that cannot be loaded, for the first thing that is wrong with it.
   *
   * @throws dev.lambic.error.RevisionException of the kind that Alembic has for it
   */
  static void refuseUnsound(List<RevisionEntry> entries) {
    check(entries).stream().min(GraphDefect.IN_ALEMBICS_ORDER).ifPresent(defect -> {
      throw defect.toException();
    });
  }

  /** Returns what is wrong with the history that these entries describe: nothing, if it is sound. */
  static List<GraphDefect> check(List<RevisionEntry> entries) {
    GraphCheck check = new GraphCheck(entries);
    check.ids();
    check.branchLabels();
    int[][] parents = check.references(Attribute.DOWN_REVISION);
    int[][] dependencies = check.references(Attribute.DEPENDS_ON);
    check.cycles(parents, Attribute.DOWN_REVISION);
    if (check.defects.stream()
        .noneMatch(defect -> defect.problem().id() == ProblemId.REVISION_CYCLE)) {
      check.cycles(joined(parents, dependencies), Attribute.DEPENDS_ON);
    }
    return check.defects;
  }

  private void ids() {
    for (int i = 0; i < entries.size(); i++) {
      RevisionEntry entry = entries.get(i);
      String complaint = complaintAbout(entry.id());
      if (complaint != null) {
        add(
            i,
            Attribute.ID,
            0,
            Problem.of(
                    ProblemId.ILLEGAL_REVISION_ID, "The id '" + entry.id() + "' " + complaint + ".")
                .with("class", entry.className())
                .fix(
                    "use letters, digits and '_', such as the 12 hexadecimal digits that Alembic generates."));
      }
      Integer first = positions.putIfAbsent(entry.id(), i);
      if (first != null && complaint == null) {
        Problem problem = Problem.of(
                ProblemId.DUPLICATE_REVISION, "Two classes are the revision '" + entry.id() + "'.")
            .with("first", entries.get(first).className())
            .with("second", entry.className())
            .fix("give the newer of the two an id of its own.");
        add(first, Attribute.ID, 0, problem);
        add(i, Attribute.ID, 0, problem);
      }
    }
  }

  private static @Nullable String complaintAbout(String id) {
    if (id.isBlank()) {
      return "is empty";
    }
    for (int i = 0; i < id.length(); i++) {
      if (ILLEGAL_CHARACTERS.indexOf(id.charAt(i)) >= 0) {
        return "contains '" + id.charAt(i)
            + "', which has a meaning of its own in revision symbols";
      }
    }
    if (RESERVED.contains(id)) {
      return "is a word with a meaning of its own in revision symbols";
    }
    if (id.length() > LONGEST_ID) {
      return "has " + id.length() + " characters; the version table holds at most " + LONGEST_ID;
    }
    return null;
  }

  private void branchLabels() {
    for (int i = 0; i < entries.size(); i++) {
      List<String> own = entries.get(i).branchLabels();
      for (int j = 0; j < own.size(); j++) {
        Integer rival = positions.get(own.get(j));
        if (rival == null) {
          rival = labels.putIfAbsent(own.get(j), i);
        }
        if (rival != null) {
          add(
              i,
              Attribute.BRANCH_LABELS,
              j,
              Problem.of(
                      ProblemId.DUPLICATE_BRANCH_LABEL,
                      "The branch label '" + own.get(j) + "' is taken.")
                  .with("revision", entries.get(i).label())
                  .with("taken by", entries.get(rival).label())
                  .fix("choose a label that no other revision has as its id or label."));
        }
      }
    }
  }

  /** Finds the revisions that an attribute names; complains about those that do not exist, and about loops. */
  private int[][] references(Attribute attribute) {
    int[][] found = new int[entries.size()][];
    for (int i = 0; i < entries.size(); i++) {
      List<String> names = namesIn(entries.get(i), attribute);
      int[] resolved = new int[names.size()];
      int count = 0;
      for (int j = 0; j < names.size(); j++) {
        Integer position = positionOf(names.get(j), attribute);
        if (position == null) {
          add(i, attribute, j, missing(entries.get(i), names.get(j), attribute));
        } else if (names.get(j).equals(entries.get(i).id())) {
          add(
              i,
              attribute,
              j,
              Problem.of(
                      attribute == Attribute.DEPENDS_ON
                          ? ProblemId.DEPENDENCY_LOOP
                          : ProblemId.REVISION_LOOP,
                      "Revision '" + entries.get(i).id() + "' names itself as what it "
                          + (attribute == Attribute.DEPENDS_ON ? "depends on." : "comes after."))
                  .with("revision", entries.get(i).label())
                  .fix("name the revision that really comes before it, or none."));
        } else {
          resolved[count++] = position;
        }
      }
      found[i] = Arrays.copyOf(resolved, count);
    }
    return found;
  }

  private static List<String> namesIn(RevisionEntry entry, Attribute attribute) {
    return attribute == Attribute.DOWN_REVISION ? entry.downRevisions() : entry.dependsOn();
  }

  private @Nullable Integer positionOf(String name, Attribute attribute) {
    Integer position = positions.get(name);
    return position == null && attribute == Attribute.DEPENDS_ON ? labels.get(name) : position;
  }

  private Problem missing(RevisionEntry entry, String name, Attribute attribute) {
    boolean parent = attribute == Attribute.DOWN_REVISION;
    List<String> known = new ArrayList<>(positions.keySet());
    known.remove(entry.id());
    if (!parent) {
      known.addAll(labels.keySet());
    }
    List<String> near = NearMisses.of(name, known).stream().map(this::describe).toList();
    return Problem.of(
            parent ? ProblemId.MISSING_PARENT : ProblemId.MISSING_DEPENDENCY,
            "Revision '" + entry.id() + "' "
                + (parent ? "comes after '" : "depends on '")
                + name
                + "', which is no revision "
                + (parent ? "" : "or branch label ")
                + "of this project.")
        .with("revision", entry.label())
        .didYouMean(near)
        .fix("correct the id in '"
            + attribute.annotationName()
            + "', or bring the class with revision '"
            + name
            + "' back.");
  }

  /** Returns an id or a branch label as errors suggest it. */
  private String describe(String name) {
    Integer position = positions.get(name);
    return position == null
        ? name + " (branch label of "
            + entries.get(Objects.requireNonNull(labels.get(name))).id() + ")"
        : entries.get(position).label();
  }

  /** Reports each circle once, at the revision of it that comes first, with the whole way round. */
  private void cycles(int[][] edges, Attribute attribute) {
    for (List<Integer> cycle : Cycles.of(edges)) {
      int start = cycle.get(0);
      int next = cycle.get(1 % cycle.size());
      StringBuilder way = new StringBuilder();
      for (int position : cycle) {
        way.append(entries.get(position).label()).append("\n-> ");
      }
      way.append(entries.get(start).label());
      Attribute blamed = attribute;
      int value = indexOfReference(start, next, attribute);
      if (value < 0) {
        blamed = Attribute.DOWN_REVISION;
        value = indexOfReference(start, next, blamed);
      }
      add(
          start,
          blamed,
          value,
          Problem.of(
                  attribute == Attribute.DEPENDS_ON
                      ? ProblemId.DEPENDENCY_CYCLE
                      : ProblemId.REVISION_CYCLE,
                  "Revisions come after each other in a circle, so that none of them can be the first.")
              .with("circle", way.toString())
              .fix("correct the 'downRevision' or 'dependsOn' that points the wrong way."));
    }
  }

  private int indexOfReference(int from, int to, Attribute attribute) {
    List<String> names = namesIn(entries.get(from), attribute);
    for (int i = 0; i < names.size(); i++) {
      Integer position = positionOf(names.get(i), attribute);
      if (position != null && position == to) {
        return i;
      }
    }
    return -1;
  }

  private static int[][] joined(int[][] left, int[][] right) {
    int[][] both = new int[left.length][];
    for (int i = 0; i < left.length; i++) {
      both[i] = Arrays.copyOf(left[i], left[i].length + right[i].length);
      System.arraycopy(right[i], 0, both[i], left[i].length, right[i].length);
    }
    return both;
  }

  private void add(int position, Attribute attribute, int value, Problem problem) {
    defects.add(new GraphDefect(problem, position, attribute, value));
  }
}
