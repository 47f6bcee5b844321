package dev.lambic.source;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RevisionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the user's own that new revisions are made after. Tokens {@code ${...}} stand for what differs; those for
 * values of the annotation are replaced by Java expressions, quotes and all. {@code $$} stands for a dollar sign.
 */
public final class SourceTemplate {
  private static final Pattern TOKEN = Pattern.compile("\\$(?:\\$|\\{([^}]*)})");

  private final String text;
  private final String name;

  /**
   * Makes a template.
   *
   * @param name what messages call it
   */
  public SourceTemplate(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /**
   * Reads a template.
   *
   * @throws EnvironmentException if there is no such file
   */
  public static SourceTemplate read(Path file, Charset encoding) {
    try {
      return new SourceTemplate(Files.readString(file, encoding), file.toString());
    } catch (NoSuchFileException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MISSING_SOURCE, "The template for new revisions does not exist.")
              .with("template", file.toString())
              .fix("correct 'template', or leave it out for Lambic's own form."),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the source of a revision.
   *
   * @throws EnvironmentException if the template has a token that means nothing
   */
  String fill(String packageName, String className, RevisionEntry entry, RevisionSource source) {
    Map<String, String> values = values(packageName, className, entry);
    values.putAll(source.tokens());
    return TOKEN
        .matcher(text)
        .replaceAll(token -> Matcher.quoteReplacement(
            token.group(1) == null ? "$" : value(values, token.group(1).strip())));
  }

  /**
   * Refuses a template that has no place for operations.
   *
   * @throws EnvironmentException if it has none
   */
  void requireOperations() {
    if (TOKEN.matcher(text).results().noneMatch(token -> "upgrades".equals(token.group(1)))) {
      throw new EnvironmentException(
          Problem.of(ProblemId.ILLEGAL_PATTERN, "The template has no place for operations.")
              .with("template", name)
              .fix(
                  "write '${upgrades}' in the body of 'upgrade', '${downgrades}' in that of 'downgrade',"
                      + " '${imports}' behind the imports, and '${parts}' in front of the last brace."));
    }
  }

  private static Map<String, String> values(
      String packageName, String className, RevisionEntry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("package", packageName);
    values.put("className", className);
    values.put("id", expression(entry.id()));
    values.put("downRevision", expression(entry.downRevisions()));
    values.put("dependsOn", expression(entry.dependsOn()));
    values.put("branchLabels", expression(entry.branchLabels()));
    values.put("message", expression(entry.message()));
    values.put("createDate", expression(entry.createDate()));
    values.put("comment", comment(entry.message()));
    return values;
  }

  private static String expression(String value) {
    return RevisionSource.string(value).toString();
  }

  private static String expression(List<String> values) {
    return RevisionSource.strings(values).toString();
  }

  /** Nothing in a comment may end it, or be taken for a tag or for an escaped character. */
  private static String comment(String message) {
    return message
        .replace("*/", "* /")
        .replace("\\", "&#92;")
        .replace("@", "&#64;")
        .replace("<", "&lt;");
  }

  private String value(Map<String, String> values, String token) {
    String value = values.get(token);
    if (value == null) {
      throw new EnvironmentException(Problem.of(
              ProblemId.ILLEGAL_PATTERN, "The template has an unknown token '${" + token + "}'.")
          .with("template", name)
          .with("tokens", String.join(", ", values.keySet()))
          .didYouMean(NearMisses.of(token, values.keySet()))
          .fix("correct the token; a dollar sign of the source itself is written '$$'."));
    }
    return value;
  }
}
