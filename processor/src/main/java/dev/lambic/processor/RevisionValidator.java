package dev.lambic.processor;

import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect;
import dev.lambic.script.GraphDefect.Attribute;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Finds all that is wrong with the revisions of a module: with each as a class, and with the graph that they make. */
final class RevisionValidator {
  private static final int MOST_NAMED = 5;

  private final ClassCheck classCheck;
  private final Surroundings surroundings;

  RevisionValidator(ProcessingEnvironment environment, IndexName index, Surroundings surroundings) {
    this.classCheck = new ClassCheck(environment, index);
    this.surroundings = surroundings;
  }

  /**
   * Returns what is wrong: file by file, in a file class by class, in a class from top to bottom.
   *
   * @param fresh the classes that the index is for
   * @param known the classes that an index of an earlier round holds; they are part of the same graph
   */
  List<Finding> check(List<RevisionClass> fresh, List<RevisionClass> known) {
    List<RevisionClass> all =
        inOrder(Stream.concat(known.stream(), fresh.stream()).toList());
    List<Finding> findings = new ArrayList<>(checkGraph(all));
    fresh.forEach(one -> findings.addAll(classCheck.check(one)));
    return inOrderOf(all, findings);
  }

  /** Sorts by name, since compilers are handed the files of a project in no particular order. */
  static List<RevisionClass> inOrder(List<RevisionClass> classes) {
    return classes.stream()
        .sorted(Comparator.comparing(RevisionClass::outermostName))
        .toList();
  }

  private List<Finding> checkGraph(List<RevisionClass> all) {
    List<RevisionClass> nodes = all.stream().filter(RevisionClass::hasId).toList();
    boolean idsAreComplete = nodes.size() == all.size();
    List<RevisionEntry> own = nodes.stream().map(RevisionClass::entry).toList();
    return defects(own).stream()
        .filter(defect -> idsAreComplete || !isAboutMissing(defect))
        .sorted(Comparator.comparingInt((GraphDefect defect) -> rank(nodes, defect))
            .thenComparingInt(GraphDefect::value))
        .map(defect -> finding(nodes.get(defect.position()), defect))
        .toList();
  }

  /** Checks the module's revisions together with all others, but returns only what the module can put right. */
  private List<GraphDefect> defects(List<RevisionEntry> own) {
    List<RevisionEntry> others = surroundings.others();
    List<GraphDefect> ownFirst = together(own, others);
    if (others.isEmpty()) {
      return ownFirst;
    }
    // Of two revisions with one label, the second is at fault; of a circle, the first.
    Stream<GraphDefect> labels = together(others, own).stream()
        .filter(defect -> defect.attribute() == Attribute.BRANCH_LABELS)
        .map(defect -> new GraphDefect(
            defect.problem(),
            defect.position() - others.size(),
            defect.attribute(),
            defect.value()));
    return Stream.concat(
            ownFirst.stream().filter(defect -> defect.attribute() != Attribute.BRANCH_LABELS),
            labels)
        .filter(defect -> defect.position() >= 0 && defect.position() < own.size())
        .toList();
  }

  private static List<GraphDefect> together(List<RevisionEntry> first, List<RevisionEntry> second) {
    return RevisionMap.check(Stream.concat(first.stream(), second.stream()).toList());
  }

  /** As long as an id is unknown, what seems to be missing may be that very revision. */
  private static boolean isAboutMissing(GraphDefect defect) {
    ProblemId id = defect.problem().id();
    return id == ProblemId.MISSING_PARENT || id == ProblemId.MISSING_DEPENDENCY;
  }

  private static int rank(List<RevisionClass> nodes, GraphDefect defect) {
    return nodes.get(defect.position()).rank(defect.attribute());
  }

  private Finding finding(RevisionClass revision, GraphDefect defect) {
    Finding finding = atValue(revision, defect);
    // What seems to be missing may be in a jar that this compiler does not show.
    return isAboutMissing(defect) && !surroundings.isClassPathVisible()
        ? finding.as(Kind.WARNING)
        : finding;
  }

  static Finding atValue(RevisionClass revision, GraphDefect defect) {
    return Finding.atValue(
        revision, revision.value(defect.attribute(), defect.value()), defect.problem());
  }

  private static List<Finding> inOrderOf(List<RevisionClass> all, List<Finding> findings) {
    Map<String, List<Finding>> byClass =
        findings.stream().collect(Collectors.groupingBy(Finding::owner));
    return all.stream()
        .flatMap(one -> byClass.getOrDefault(one.name(), List.of()).stream())
        .toList();
  }

  /** Returns what is missing, each thing once, and at the first class that needs it. */
  List<Finding> unresolved(List<RevisionClass> classes) {
    Map<String, List<RevisionClass>> needs = new LinkedHashMap<>();
    inOrder(classes)
        .forEach(one -> one.missing()
            .forEach(what -> needs.computeIfAbsent(what, w -> new ArrayList<>()).add(one)));
    List<Finding> findings = new ArrayList<>();
    needs.forEach((what, needing) -> findings.add(
        Finding.atClass(needing.get(0), ProcessorFailure.unresolved(what, names(needing)))));
    return findings;
  }

  private static String names(List<RevisionClass> classes) {
    return firstFew(classes.stream().map(RevisionClass::name).toList());
  }

  static String firstFew(List<String> names) {
    String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int others = names.size() - MOST_NAMED;
    return others > 0 ? named + " and " + others + " more" : named;
  }
}
