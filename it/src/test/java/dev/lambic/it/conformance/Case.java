package dev.lambic.it.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case of a file.
 *
 * @param id its id, or its place in the file if it has none
 * @param json the whole case
 */
record Case(String id, JsonNode json) {

  static Case at(int index, JsonNode json, String file) {
    JsonNode id = json.path("id");
    return new Case(id.isTextual() ? id.textValue() : file + "[" + index + "]", json);
  }
}
