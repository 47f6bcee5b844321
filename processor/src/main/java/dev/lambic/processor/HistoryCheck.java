package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect;
import dev.lambic.script.GraphDefect.Attribute;
import dev.lambic.script.HistoryLint;
import dev.lambic.script.RevisionEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;

/**
 * Finds what is odd about a sound history as a whole. To be asked in the last round, since until then another processor
 * may bring the revision that joins two heads.
 */
final class HistoryCheck {
  private final List<RevisionEntry> own;
  private final List<RevisionEntry> all;
  private final Function<RevisionEntry, RevisionClass> live;

  /**
   * @param own the revisions of the module
   * @param others those of other modules
   * @param live finds the class of an entry as it stands in this round
   */
  HistoryCheck(
      List<RevisionEntry> own,
      List<RevisionEntry> others,
      Function<RevisionEntry, RevisionClass> live) {
    this.own = own;
    this.all = Stream.concat(own.stream(), others.stream()).toList();
    this.live = live;
  }

  /** Returns the parents and dependencies that change nothing. */
  List<Finding> redundancies() {
    return HistoryLint.redundancies(all).stream()
        .filter(defect -> defect.position() < own.size())
        .map(defect -> atValue(own.get(defect.position()), defect).as(Kind.WARNING))
        .toList();
  }

  private Finding atValue(RevisionEntry entry, GraphDefect defect) {
    return RevisionValidator.atValue(live.apply(entry), defect);
  }

  /** Returns the heads that nothing tells apart, each group at the first of the module's revisions in it. */
  List<Finding> forks(Kind kind) {
    List<Finding> findings = new ArrayList<>();
    for (List<Integer> heads : HistoryLint.forks(all)) {
      List<RevisionEntry> entries = heads.stream()
          .map(all::get)
          .sorted(Comparator.comparing(RevisionEntry::id))
          .toList();
      heads.stream().filter(position -> position < own.size()).findFirst().ifPresent(position -> {
        GraphDefect defect = new GraphDefect(fork(entries), position, Attribute.ID, 0);
        findings.add(atValue(own.get(position), defect).as(kind));
      });
    }
    return findings;
  }

  private static Problem fork(List<RevisionEntry> heads) {
    String ids = heads.stream().map(RevisionEntry::id).collect(Collectors.joining(","));
    return Problem.of(
            ProblemId.MULTIPLE_HEADS,
            "The history ends in " + heads.size() + " heads, which no branch label tells apart.")
        .with("heads", heads.stream().map(HistoryCheck::describe).collect(Collectors.joining("\n")))
        .fix("join them: mvn migrate:merge -Dmigrate.revisions=" + ids)
        .fix("or correct 'downRevision' where one of them should come after the other.")
        .fix(
            "or, where they are to stay apart, give each branch a label of its own ('branchLabels'),"
                + " or compile with '-A" + ProcessorOptions.HEADS + "=warn' or 'ignore'.");
  }

  private static String describe(RevisionEntry head) {
    return head.message().isEmpty() ? head.label() : head.label() + ", class " + head.className();
  }
}
