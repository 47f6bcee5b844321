package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.conformance.Differences;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the fields of an expected object. What hangs on hashing in Alembic ({@code anyOrder}) is compared as a set, if
 * it is a list, and not at all if it is a text.
 *
 * @param where what the object is about
 * @param expected the object
 * @param found collects what is not as expected
 */
record Fields(String where, JsonNode expected, Differences found) {
  void text(String field, String actual) {
    if (!hasAnyOrder(field)) {
      found.equal(at(field), expected.path(field).textValue(), actual);
    }
  }

  void flag(String field, boolean actual) {
    found.equal(at(field), expected.path(field).asBoolean(), actual);
  }

  /** Compares a list; one that is absent is empty. */
  void list(String field, List<String> actual) {
    if (hasAnyOrder(field)) {
      set(field, actual);
    } else {
      found.equal(at(field), Json.strings(expected.path(field)), actual);
    }
  }

  /** Compares what is a set in Alembic; one that is absent is empty. */
  void set(String field, Iterable<String> actual) {
    List<String> list = new ArrayList<>();
    actual.forEach(list::add);
    found.equal(at(field), Json.sorted(Json.strings(expected.path(field))), Json.sorted(list));
  }

  private boolean hasAnyOrder(String field) {
    return Json.strings(expected.path("anyOrder")).contains(field);
  }

  private String at(String field) {
    return where.isEmpty() ? field : where + ", " + field;
  }
}
