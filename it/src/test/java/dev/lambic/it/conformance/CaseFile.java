package dev.lambic.it.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of cases.
 *
 * @param name the file's name, without folders
 * @param cases its cases, in order; empty when it is a JSON file of some other content
 */
record CaseFile(String name, List<Case> cases) {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /** The folder holds no cases, or cannot be read. */
  static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Reads the JSON files of a folder, but not of the folders in it, sorted by name.
   *
   * @throws Unusable if there is no such folder, no case in it, or a file is not JSON
   */
  static List<CaseFile> in(Path folder, Suite suite) throws IOException, Unusable {
    if (!Files.isDirectory(folder)) {
      throw new Unusable("there is no folder '" + folder + "'");
    }
    List<CaseFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(CaseFile::isJson).sorted().toList()) {
        files.add(read(path, suite));
      }
    }
    if (files.stream().allMatch(file -> file.cases().isEmpty())) {
      throw new Unusable("the folder '" + folder + "' holds no JSON file with cases");
    }
    return files;
  }

  private static boolean isJson(Path path) {
    return path.getFileName().toString().endsWith(".json") && Files.isRegularFile(path);
  }

  private static CaseFile read(Path path, Suite suite) throws IOException, Unusable {
    String name = path.getFileName().toString();
    JsonNode content;
    try {
      content = MAPPER.readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      throw new Unusable("'" + path + "' cannot be read: " + e.getMessage());
    }
    List<Case> cases = new ArrayList<>();
    if (content.isArray() && elements(content).anyMatch(suite::isCase)) {
      elements(content).forEach(element -> cases.add(Case.at(cases.size(), element, name)));
    }
    return new CaseFile(name, List.copyOf(cases));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
