package dev.lambic.script;

import dev.lambic.error.IrreversibleMigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.error.RangeNotAncestorException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out which revisions a command has to run, from the graph and the rows of the version table alone. */
final class Planner {
  private static final Pattern RELATIVE = Pattern.compile("([+-])([0-9]{1,9})");

  private final RevisionMap map;
  private final RevisionGraph graph;

  Planner(RevisionMap map) {
    this.map = map;
    this.graph = map.graph();
  }

  /** Returns what an upgrade to the target has to run, first things first. */
  List<Script> upgrade(String target, List<String> heads) {
    BitSet applied = graph.ancestors(known(heads));
    BitSet wanted = graph.ancestors(positions(upgradeTargets(target, heads)));
    wanted.andNot(applied);
    List<Script> plan = new ArrayList<>(map.scripts(graph.newestFirst(wanted)));
    Collections.reverse(plan);
    return plan;
  }

  private List<Script> upgradeTargets(String target, List<String> heads) {
    OptionalInt steps = relative(target);
    if (steps.isEmpty()) {
      return map.getRevisions(target);
    }
    if (steps.getAsInt() <= 0) {
      throw unsuitable(
          target, "An upgrade goes up the history", "pass '+1' or the id of a later revision.");
    }
    if (heads.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.AMBIGUOUS_WALK,
              "'" + target + "' could start at any of " + heads.size() + " revisions.")
          .with("in database", map.labels(heads))
          .fix("pass the id of the revision to upgrade to."));
    }
    Optional<Script> at = heads.stream().findFirst().map(map::script);
    for (int step = 1; step <= steps.getAsInt(); step++) {
      at = Optional.of(above(at, target, step - 1));
    }
    return at.stream().toList();
  }

  private Script above(Optional<Script> script, String target, int taken) {
    List<String> next = script.map(Script::nextRevisions).orElseGet(map::bases);
    if (next.isEmpty()) {
      throw walkPastEnd(target, taken, "upgrade");
    }
    if (next.size() > 1) {
      throw new RevisionException(Problem.of(
              ProblemId.AMBIGUOUS_WALK,
              "'" + target + "' comes to a fork after " + taken
                  + (taken == 1 ? " step." : " steps."))
          .with("candidates", map.labels(next))
          .fix("pass the id of the revision to upgrade to."));
    }
    return map.script(next.get(0));
  }

  private RevisionException walkPastEnd(String target, int taken, String direction) {
    return new RevisionException(Problem.of(
            ProblemId.WALK_PAST_END,
            "'" + target + "' asks for more steps than there are: the history ends after " + taken
                + ".")
        .with("found", map.summary())
        .fix("ask for fewer steps, or " + direction + " to '"
            + (direction.equals("upgrade") ? "head" : "base") + "'."));
  }

  /**
   * Returns what a downgrade to the target has to undo, last things first.
   *
   * @throws IrreversibleMigrationException if one of them has no way back
   */
  List<Script> downgrade(String target, List<String> heads) {
    BitSet rows = known(heads);
    BitSet roots = new BitSet();
    OptionalInt steps = relative(target);
    Optional<Script> goal =
        steps.isPresent() ? below(target, steps.getAsInt(), heads) : map.getRevision(target);
    (goal.isPresent() ? goal.get().nextRevisions() : map.bases())
        .forEach(id -> roots.set(map.script(id).position()));
    if (steps.isPresent() && roots.cardinality() > 1) {
      roots.and(graph.ancestors(map.set(heads.subList(0, 1))));
    }
    BitSet undone = graph.descendants(roots);
    undone.and(graph.ancestors(rows));
    if (undone.isEmpty() && goal.isPresent() && !rows.get(goal.get().position())) {
      throw new RangeNotAncestorException(
          Problem.of(
                  ProblemId.NOT_AN_ANCESTOR,
                  "There is no way down to '" + goal.get().revision()
                      + "' from where the database is.")
              .with("in database", heads.isEmpty() ? "no revision" : map.labels(heads))
              .with("target", goal.get().label())
              .fix(
                  "pass a revision that the database has been through; 'history' lists them in order."));
    }
    List<Script> plan = map.scripts(graph.newestFirst(undone));
    refuseIrreversible(plan);
    return plan;
  }

  private Optional<Script> below(String target, int steps, List<String> heads) {
    if (steps >= 0) {
      throw unsuitable(
          target,
          "A downgrade goes down the history",
          "pass '-1' or the id of an earlier revision.");
    }
    Optional<Script> at = heads.stream().findFirst().map(map::script);
    for (int step = 0; step > steps; step--) {
      if (at.isEmpty()) {
        throw walkPastEnd(target, -step, "downgrade");
      }
      List<String> parents = at.get().downRevisions();
      if (parents.size() > 1) {
        throw new RevisionException(Problem.of(
                ProblemId.AMBIGUOUS_WALK,
                "'" + target + "' comes to a merge after " + -step + " steps.")
            .with("merge", at.get().label())
            .with("candidates", map.labels(parents))
            .fix("pass the id of the revision to downgrade to."));
      }
      at = parents.stream().findFirst().map(map::script);
    }
    return at;
  }

  private static void refuseIrreversible(List<Script> plan) {
    List<String> stuck = plan.stream()
        .filter(script -> !script.isReversible())
        .map(Script::label)
        .toList();
    if (!stuck.isEmpty()) {
      throw new IrreversibleMigrationException(Problem.of(
              ProblemId.IRREVERSIBLE_REVISION,
              "The downgrade would have to undo what cannot be undone. Nothing has been changed.")
          .with("irreversible", String.join("\n", stuck))
          .fix("downgrade to a revision above it, or restore a backup.")
          .fix("give the class a 'downgrade' method and build again."));
    }
  }

  /** Returns the moves that bring the rows of the version table to the targets. */
  List<StampMove> stamp(List<String> targets, List<String> heads) {
    BitSet rows = known(heads);
    Set<Script> wanted = new LinkedHashSet<>();
    BitSet giveWay = new BitSet();
    for (String target : targets) {
      List<Script> revisions = map.getRevisions(target);
      wanted.addAll(revisions);
      BitSet line = revisions.isEmpty() ? rows : lineage(positions(revisions));
      giveWay.or(line);
    }
    giveWay.and(rows);
    if (wanted.isEmpty()) {
      return giveWay.stream()
          .mapToObj(row -> new StampMove(map.ids(new int[] {row}), List.of(), false))
          .toList();
    }
    List<StampMove> moves = new ArrayList<>();
    for (Script script : wanted) {
      if (!rows.get(script.position())) {
        moves.add(move(script, giveWay));
        giveWay = new BitSet();
      }
    }
    return moves;
  }

  private StampMove move(Script script, BitSet giveWay) {
    BitSet self = new BitSet();
    self.set(script.position());
    boolean up = !graph.descendants(self).intersects(giveWay);
    return new StampMove(map.ids(giveWay.stream().toArray()), List.of(script.revision()), up);
  }

  private BitSet lineage(BitSet revisions) {
    BitSet lineage = graph.ancestors(revisions);
    lineage.or(graph.descendants(revisions));
    return lineage;
  }

  /** Returns the revisions from one end of a range to the other, both included, newest first. */
  List<Script> range(String lower, String upper) {
    Optional<Script> from = map.getRevision(lower);
    BitSet to = positions(map.getRevisions(upper));
    BitSet slice = graph.ancestors(to);
    if (from.isPresent()) {
      BitSet below = new BitSet();
      below.set(from.get().position());
      if (!slice.get(from.get().position())) {
        throw new RangeNotAncestorException(Problem.of(
                ProblemId.NOT_AN_ANCESTOR,
                "The history does not lead from '" + lower + "' to '" + upper + "'.")
            .with("from", from.get().label())
            .with("to", map.labels(map.ids(to.stream().toArray())))
            .fix("name the older revision first, and two revisions of one line."));
      }
      slice.and(graph.lineBelow(below));
    }
    return map.scripts(graph.newestFirst(slice));
  }

  /** Returns the rows as positions, or complains about those that this history does not have. */
  private BitSet known(List<String> heads) {
    List<String> unknown = heads.stream().filter(head -> !map.contains(head)).toList();
    if (!unknown.isEmpty()) {
      throw new ResolutionException(
          Problem.of(
                  ProblemId.DATABASE_AHEAD,
                  "The database stands on "
                      + (unknown.size() == 1 ? "a revision" : "revisions")
                      + " that this build does not have: "
                      + String.join(", ", unknown)
                      + ".")
              .with("in database", String.join(", ", heads))
              .with("in project", map.summary())
              .fix(
                  "run the build that has the revision: most likely a newer one was here, and was then rolled back.")
              .fix(
                  "if the class was removed for good, put it back, downgrade with it, and remove it again."));
    }
    return map.set(heads);
  }

  private static OptionalInt relative(String target) {
    Matcher matcher = RELATIVE.matcher(target);
    if (!matcher.matches()) {
      return OptionalInt.empty();
    }
    int steps = Integer.parseInt(matcher.group(2));
    return OptionalInt.of(matcher.group(1).equals("+") ? steps : -steps);
  }

  private static RevisionException unsuitable(String target, String rule, String fix) {
    return new RevisionException(
        Problem.of(ProblemId.UNSUITABLE_REVISION, rule + "; '" + target + "' does not.")
            .fix(fix));
  }

  private static BitSet positions(Collection<Script> scripts) {
    BitSet positions = new BitSet();
    scripts.forEach(script -> positions.set(script.position()));
    return positions;
  }
}
