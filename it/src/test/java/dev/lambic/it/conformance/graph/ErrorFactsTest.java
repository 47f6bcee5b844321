package dev.lambic.it.conformance.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorFactsTest {
  private static JsonNode error(String type, String message, String shown) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("class", type)
        .put("msg", message)
        .put("cmd", shown);
  }

  private static JsonNode error(String message) {
    return JsonNodeFactory.instance.objectNode().put("class", "RevisionError").put("msg", message);
  }

  @Test
  void whatIsQuotedIsAFact() {
    JsonNode error = error(
        "ResolutionError",
        "No such branch: 'nosuch'",
        "Can't locate revision identified by 'nosuch'");
    assertThat(ErrorFacts.of(error, List.of(), List.of("nosuch@head"))).containsExactly("nosuch");
  }

  @Test
  void namesInAlembicsOwnWordsAreNoFacts() {
    JsonNode error = error(
        "RangeNotAncestorError",
        "...",
        "Destination a@m is not a valid downgrade target from current head(s)");
    assertThat(ErrorFacts.of(error, List.of("a", "m", "head", "valid"), List.of("a@m")))
        .containsExactly("a", "m", "a@m");
  }

  @Test
  void theNumberOfStepsIsAFact() {
    JsonNode error = error("Relative revision +2 didn't produce 2 migrations");
    assertThat(ErrorFacts.of(error, List.of(), List.of("lab@+002"))).containsExactly("+2");
    assertThat(Words.hasWord("'lab@+002' goes past the end", "+2")).isTrue();
    assertThat(Words.hasWord("'lab@+20' goes past the end", "+2")).isFalse();
  }

  @Test
  void adviceIsNoFact() {
    JsonNode error = error(
        "MultipleHeads",
        "Multiple heads are present for given argument 'head'; b, c",
        "Multiple head revisions are present for given argument 'head-1'; please specify a specific target revision, "
            + "'<branchname>@head-1' to narrow to a specific head, or 'heads' for all heads");
    assertThat(ErrorFacts.of(error, List.of("a", "b", "c"), List.of("head-1")))
        .containsExactly("head-1");
    assertThat(ErrorFacts.candidates(error)).containsExactly("b", "c");
  }

  @Test
  void theWrongEndOfARangeIsNoFact() {
    JsonNode error = error(
        "MultipleHeads",
        "Multiple heads are present for given argument 'head'; b, c",
        "Multiple head revisions are present for given argument 'base'; please specify ...");
    assertThat(ErrorFacts.of(error, List.of(), List.of("head", "base"))).containsExactly("head");
  }

  @Test
  void charactersAreFactsOneByOne() {
    JsonNode error = error("Character(s) '+, @' not allowed in revision identifier 'x@y+z'");
    assertThat(ErrorFacts.of(error, List.of(), List.of())).containsExactly("+", "@", "x@y+z");
  }

  @Test
  void aPrefixOffersItsCandidates() {
    JsonNode error = error("Multiple revisions start with 'fe': 'feed0001', 'feed0002', 'feed'...");
    assertThat(ErrorFacts.candidates(error)).containsExactly("feed0001", "feed0002", "feed");
  }

  @Test
  void aWordIsNoPartOfALongerOne() {
    assertThat(Words.hasWord("no 'r12'", "r1")).isFalse();
    assertThat(Words.hasWord("no 'r1'", "r1")).isTrue();
    assertThat(Words.hasWord("été-1 and étés", "été")).isTrue();
    assertThat(Words.hasWord("étés", "été")).isFalse();
  }
}
