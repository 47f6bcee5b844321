package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.error.CycleDetectedException;
import dev.lambic.error.DependencyCycleDetectedException;
import dev.lambic.error.DependencyLoopDetectedException;
import dev.lambic.error.LambicException;
import dev.lambic.error.LoopDetectedException;
import dev.lambic.error.MultipleHeadsException;
import dev.lambic.error.Problem.Fact;
import dev.lambic.error.RangeNotAncestorException;
import dev.lambic.error.ResolutionException;
import dev.lambic.error.RevisionException;
import dev.lambic.it.conformance.Differences;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares errors: the same class in Lambic's names, and a message that carries the same facts. */
final class ErrorCheck {
  private static final Map<String, Class<? extends RevisionException>> CLASSES = Map.of(
      "RevisionError", RevisionException.class,
      "RangeNotAncestorError", RangeNotAncestorException.class,
      "MultipleHeads", MultipleHeadsException.class,
      "ResolutionError", ResolutionException.class,
      "CycleDetected", CycleDetectedException.class,
      "DependencyCycleDetected", DependencyCycleDetectedException.class,
      "LoopDetected", LoopDetectedException.class,
      "DependencyLoopDetected", DependencyLoopDetectedException.class);

  /** So many candidates are always named; of more, it is enough to say how many they are. */
  private static final int NAMED = 5;

  private final CaseGraph graph;
  private final Differences found;

  ErrorCheck(CaseGraph graph, Differences found) {
    this.graph = graph;
    this.found = found;
  }

  /**
   * Compares whether there is an error, and which.
   *
   * @param expected the expected error; missing if an answer is expected
   * @param symbols what the user has asked for
   * @return whether there is an answer left to compare
   */
  boolean expectAnswer(String where, JsonNode expected, Outcome<?> actual, List<String> symbols) {
    if (expected.isMissingNode()) {
      if (actual.isError()) {
        found.add(where, "no error", actual.toString());
      }
      return !actual.isError();
    }
    if (actual.isError()) {
      check(where, expected, actual.error(), symbols);
    } else {
      found.add(where, described(expected), actual.toString());
    }
    return false;
  }

  /** Compares an error with the one expected. */
  void check(String where, JsonNode expected, LambicException actual, List<String> symbols) {
    if (Json.isTrue(expected, "internal")) {
      return;
    }
    if (!hasClass(expected.path("class").asText(), actual)) {
      found.add(where, described(expected), described(actual));
    } else if (!expected.has("msgs")) {
      checkMessage(where, expected, actual, symbols);
    }
  }

  private static boolean hasClass(String name, LambicException actual) {
    return name.equals("CommandError")
        ? actual instanceof RevisionException
        : actual.getClass() == CLASSES.get(name);
  }

  private void checkMessage(
      String where, JsonNode expected, LambicException actual, List<String> symbols) {
    String name = expected.path("class").asText();
    if (name.endsWith("CycleDetected")) {
      if (namesCircle(where, actual)) {
        checkCircle(where, expected, actual);
      }
      return;
    }
    List<String> missing = ErrorFacts.of(expected, graph.names(), symbols).stream()
        .filter(fact -> !Words.hasWord(actual.getMessage(), fact))
        .toList();
    if (!missing.isEmpty()) {
      found.add(
          where, described(expected) + "\nso that the message says " + missing, described(actual));
    }
    checkCandidates(where, expected, actual);
  }

  private void checkCandidates(String where, JsonNode expected, LambicException actual) {
    List<String> candidates = ErrorFacts.candidates(expected);
    String message = actual.getMessage();
    long named = candidates.stream().filter(id -> Words.hasWord(message, id)).count();
    long unnamed = candidates.size() - named;
    if (unnamed > 0 && (named < NAMED || !Words.hasWord(message, String.valueOf(unnamed)))) {
      found.add(where, "a message that names " + candidates, described(actual));
    }
  }

  /** Alembic names everything that it could not reach; Lambic names one circle, which must be among that. */
  private void checkCircle(String where, JsonNode expected, LambicException actual) {
    List<String> unreached = ErrorFacts.circle(expected);
    String circle = circleIn(actual);
    List<String> others = graph.nodes().stream()
        .map(CaseGraph.Node::id)
        .filter(id -> Words.hasWord(circle, id) && !unreached.contains(id))
        .toList();
    if (!others.isEmpty()) {
      found.add(where, "a circle of " + unreached, circle);
    }
  }

  /** Checks that the error shows a circle, and that every revision in it is on one. */
  boolean namesCircle(String where, LambicException actual) {
    String circle = circleIn(actual);
    List<String> named = graph.nodes().stream()
        .map(CaseGraph.Node::id)
        .filter(id -> Words.hasWord(circle, id))
        .toList();
    boolean isCircle = !named.isEmpty() && named.stream().allMatch(graph::isOnCircle);
    if (!isCircle) {
      found.add(where, "an error that shows the circle", described(actual));
    }
    return isCircle;
  }

  private static String circleIn(LambicException error) {
    return error.problem().facts().stream()
        .filter(fact -> fact.label().equals("circle"))
        .map(Fact::text)
        .collect(Collectors.joining("\n"));
  }

  private static String described(JsonNode error) {
    return Json.isTrue(error, "internal")
        ? "an error (Alembic: " + error.path("class").asText() + ")"
        : error.path("class").asText() + " "
            + error.path(error.has("cmd") ? "cmd" : "msg").asText();
  }

  private static String described(LambicException error) {
    return error.getClass().getSimpleName() + " " + error.getMessage();
  }
}
