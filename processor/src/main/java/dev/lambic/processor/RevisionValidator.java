package dev.lambic.processor;

import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect;
import dev.lambic.script.RevisionMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;

/** Finds all that is wrong with the revisions of a module: with each as a class, and with the graph that they make. */
final class RevisionValidator {
  private static final int MOST_NAMED = 5;

  private final ClassCheck classCheck;

  RevisionValidator(ProcessingEnvironment environment, IndexName index) {
    this.classCheck = new ClassCheck(environment, index);
  }

  /**
   * Returns what is wrong: file by file, in a file class by class, in a class from top to bottom.
   *
   * @param fresh the classes that the index is for
   * @param known the classes that an index of an earlier round holds; they are part of the same graph
   */
  List<Finding> check(List<RevisionClass> fresh, List<RevisionClass> known) {
    // By name, since compilers are handed the files of a project in no particular order.
    List<RevisionClass> all = Stream.concat(known.stream(), fresh.stream())
        .sorted(Comparator.comparing(RevisionClass::outermostName))
        .toList();
    List<Finding> findings = new ArrayList<>(checkGraph(all));
    fresh.forEach(one -> findings.addAll(classCheck.check(one)));
    return inOrderOf(all, findings);
  }

  private static List<Finding> checkGraph(List<RevisionClass> all) {
    List<RevisionClass> nodes = all.stream().filter(RevisionClass::hasId).toList();
    boolean idsAreComplete = nodes.size() == all.size();
    return RevisionMap.check(nodes.stream().map(RevisionClass::entry).toList()).stream()
        .filter(defect -> idsAreComplete || !isAboutMissing(defect))
        .sorted(Comparator.comparingInt((GraphDefect defect) -> rank(nodes, defect))
            .thenComparingInt(GraphDefect::value))
        .map(defect -> finding(nodes.get(defect.position()), defect))
        .toList();
  }

  /** As long as an id is unknown, what seems to be missing may be that very revision. */
  private static boolean isAboutMissing(GraphDefect defect) {
    ProblemId id = defect.problem().id();
    return id == ProblemId.MISSING_PARENT || id == ProblemId.MISSING_DEPENDENCY;
  }

  private static int rank(List<RevisionClass> nodes, GraphDefect defect) {
    return nodes.get(defect.position()).rank(defect.attribute());
  }

  private static Finding finding(RevisionClass revision, GraphDefect defect) {
    return Finding.atValue(
        revision, revision.value(defect.attribute(), defect.value()), defect.problem());
  }

  private static List<Finding> inOrderOf(List<RevisionClass> all, List<Finding> findings) {
    Map<String, List<Finding>> byClass = findings.stream()
        .collect(Collectors.groupingBy(finding -> finding.revision().name()));
    return all.stream()
        .flatMap(one -> byClass.getOrDefault(one.name(), List.of()).stream())
        .toList();
  }

  /** Returns what is missing, each thing once, and at the first class that needs it. */
  List<Finding> unresolved(List<RevisionClass> classes) {
    Map<String, List<RevisionClass>> needs = new LinkedHashMap<>();
    classes.stream()
        .sorted(Comparator.comparing(RevisionClass::outermostName))
        .forEach(one -> one.missing()
            .forEach(what -> needs.computeIfAbsent(what, w -> new ArrayList<>()).add(one)));
    List<Finding> findings = new ArrayList<>();
    needs.forEach((what, needing) -> findings.add(
        Finding.atClass(needing.get(0), ProcessorFailure.unresolved(what, names(needing)))));
    return findings;
  }

  private static String names(List<RevisionClass> classes) {
    String named = classes.stream()
        .limit(MOST_NAMED)
        .map(RevisionClass::name)
        .collect(Collectors.joining(", "));
    int others = classes.size() - MOST_NAMED;
    return others > 0 ? named + " and " + others + " more" : named;
  }
}
