package dev.lambic.it.conformance.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Lambic's own answers to the cases that Alembic's data calls a known defect. */
final class Answers {
  private static final JsonNode ANSWERS = read();

  private Answers() {}

  private static JsonNode read() {
    try (InputStream file = Answers.class.getResourceAsStream("/conformance/ddl-answers.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the statements, or the headline of the error; null for a case that is not carried here. */
  static List<String> of(String id, String dialect) {
    JsonNode answer = ANSWERS.path(id).path(dialect);
    return answer.isMissingNode() ? null : Fields.texts(answer);
  }
}
