package dev.lambic.it.conformance.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lambic.it.conformance.Difference;
import dev.lambic.it.conformance.Differences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks notice what is wrong: a case that expects something else than Alembic's answer fails. */
class GraphSuiteTest {
  private static final Path CASES = Path.of("src/test/resources/conformance/graph");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final GraphSuite SUITE = new GraphSuite();
  private static final Map<String, JsonNode> FILES = new HashMap<>();

  @AfterAll
  static void close() {
    SUITE.close();
  }

  private static ObjectNode bundled(String id) throws IOException {
    String file = id.replaceAll("v-(\\w+)-\\d+", "$1.json");
    if (!FILES.containsKey(file)) {
      FILES.put(file, MAPPER.readTree(Files.readAllBytes(CASES.resolve(file))));
    }
    for (JsonNode testCase : FILES.get(file)) {
      if (testCase.path("id").asText().equals(id)) {
        return testCase.deepCopy();
      }
    }
    throw new AssertionError("no case " + id);
  }

  private static List<Difference> check(JsonNode testCase) {
    Differences found = new Differences();
    SUITE.check(testCase, found);
    return found.all();
  }

  /** Puts another value in the place of the one that the pointer leads to. */
  private static void put(ObjectNode testCase, String pointer, String value) throws IOException {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = testCase.at(place.head());
    assertThat(testCase.at(place).isMissingNode()).as(pointer).isFalse();
    JsonNode replacement = MAPPER.readTree(value);
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), replacement);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), replacement);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "v-facts-0036 /expect/heads/0 \"zz\"",
        "v-facts-0036 /expect/revs/0/flags/1 \"base\"",
        "v-facts-0036 /expect/revs/4/next/1 \"zz\"",
        "v-facts-0004 /expect/revs/0/labels [\"zz\"]",
        "v-facts-0036 /expect/walk/revs/1 \"ca15b4cbc687\"",
        "v-load-0007 /expect/error/class \"LoopDetected\"",
        "v-load-0007 /expect/error/msg \"(b,c)\"",
        "v-load-0004 /expect/keys/2 \"zz\"",
        "v-load-0066 /expect/error/msg \"'zz'\"",
        "v-resolve-0129 /expect/results/0/many [null]",
        "v-resolve-0129 /expect/results/0/one \"zz\"",
        "v-resolve-0129 /expect/results/3/one/error/class \"MultipleHeads\"",
        "v-relative-0023 /expect/results/4/up/0 \"zz\"",
        "v-relative-0023 /expect/results/6/down/target \"zz\"",
        "v-relative-0023 /expect/results/1/down/branch null",
        "v-relative-0023 /expect/results/0/error/msg \"+2\"",
        "v-history-0023 /expect/results/0/revs/2 \"0003\"",
        "v-history-0023 /expect/results/2/error/class \"RevisionError\"",
        "v-current-0057 /expect/results/0/current/0 \"zz\"",
        "v-upgrade-0004 /expect/steps/0/ops/0/insert \"zz\"",
        "v-upgrade-0004 /expect/final [\"zz\"]",
        "v-downgrade-0060 /expect/steps/0/heads/0 \"zz\"",
        "v-downgrade-0060 /expect/steps/2/ops/0/insert \"zz\"",
        "v-downgrade-0060 /expect/steps/1/rev \"zz\"",
        "v-stamp-0001 /expect/steps/0/from/0 \"zz\"",
        "v-stamp-0001 /expect/steps/0/branchMove false",
        "v-stamp-0001 /expect/steps/0/heads [\"zz\"]",
        "v-stepinfo-0011 /expect/steps/0/shortLog \"zz\"",
        "v-stepinfo-0011 /expect/steps/1/isUpgrade true",
        "v-stepinfo-0011 /expect/steps/1/fromRevisions [\"zz\"]",
        "v-format-0000 /expect/revs/0/verbose \"zz\"",
        "v-scenario-0013 /expect/results/1/revs/0 \"zz\"",
        "v-scenario-0013 /expect/results/4/table/0 \"zz\"",
        "v-large-0000 /expect/calls/0/expect/net \"zz\"",
        "v-large-0000 /expect/calls/2/expect/revs \"zz\"",
        "v-large-0000 /expect/graph \"zz\"",
      })
  void otherExpectationsFail(String id, String pointer, String value) throws IOException {
    ObjectNode testCase = bundled(id);
    assertThat(check(testCase)).isEmpty();
    put(testCase, pointer, value);
    assertThat(check(testCase)).isNotEmpty();
  }

  @Test
  void unstableOutcomesPass() throws IOException {
    ObjectNode testCase = bundled("v-upgrade-0004");
    put(testCase, "/expect/final", "[\"zz\"]");
    ((ObjectNode) testCase.path("expect")).put("unstable", true);
    assertThat(check(testCase)).isEmpty();
  }

  @Test
  void rowsBesideThoseOfTheStepsAreNoticed_whereOrderIsFree() throws IOException {
    ObjectNode testCase = bundled("v-upgrade-0004");
    ((ObjectNode) testCase.path("expect")).put("order", "topological");
    assertThat(check(testCase)).isEmpty();
    put(testCase, "/expect/final", "[\"zz\"]");
    assertThat(check(testCase)).isNotEmpty();
  }

  @Test
  void anExpectationWithoutExpectFails() throws IOException {
    assertThat(check(MAPPER.readTree("{\"id\": \"x\", \"kind\": \"upgrade\", \"graph\": []}")))
        .isNotEmpty();
  }
}
