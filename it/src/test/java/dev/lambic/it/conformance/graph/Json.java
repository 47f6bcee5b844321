package dev.lambic.it.conformance.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads parts of a case. */
final class Json {
  private Json() {}

  /** Returns a list of strings; an element that is null stays null, and a list that is not there is empty. */
  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.textValue()));
    return strings;
  }

  /** Returns one of its texts from each object of an array. */
  static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.path(field).textValue()));
    return texts;
  }

  static boolean isTrue(JsonNode object, String field) {
    return object.path(field).asBoolean();
  }

  /** Returns a sorted copy. */
  static List<String> sorted(List<String> list) {
    List<String> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
    return sorted;
  }
}
