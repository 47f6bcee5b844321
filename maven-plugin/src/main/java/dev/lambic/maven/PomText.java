package dev.lambic.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a POM, to which elements can be added; all that is there stays as it is, down to the blanks. */
final class PomText {
  private static final Pattern MARKUP = Pattern.compile(
      "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>"
          + "|<(?<close>/?)(?<name>[\\w.:-]+)(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*?(?<empty>/?)>",
      Pattern.DOTALL);
  private static final Pattern FIRST_INDENT = Pattern.compile("\\n([ \\t]+)<");

  /** An element: where its tags are, and the names of those around it. */
  private record Element(String path, int start, int contentStart, int contentEnd, int end) {}

  private final String text;
  private final List<Element> elements = new ArrayList<>();

  PomText(String text) {
    this.text = text;
    Deque<Element> open = new ArrayDeque<>();
    Matcher markup = MARKUP.matcher(text);
    while (markup.find()) {
      if (markup.group("name") == null) {
        continue;
      }
      String around = open.isEmpty() ? "" : open.element().path() + "/";
      if (!markup.group("close").isEmpty()) {
        Element begun = open.pop();
        elements.add(new Element(
            begun.path(), begun.start(), begun.contentStart(), markup.start(), markup.end()));
      } else if (markup.group("empty").isEmpty()) {
        open.push(new Element(around + markup.group("name"), markup.start(), markup.end(), -1, -1));
      } else {
        elements.add(
            new Element(around + markup.group("name"), markup.start(), -1, -1, markup.end()));
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }

  /** Tells whether there is an element of this kind that contains a text. */
  boolean has(String path, String content) {
    return find(path, content).isPresent();
  }

  private Optional<Element> find(String path, String content) {
    Predicate<Element> contains = one -> text.substring(one.start(), one.end()).contains(content);
    return elements.stream()
        .filter(one -> one.path().equals(path))
        .filter(contains)
        .findFirst();
  }

  /**
   * Adds an element behind the others of an element.
   *
   * @param path the names of the elements around it, from {@code project} on; those that are not there are added too
   */
  PomText add(String path, String block) {
    return addWithin("project", "<project", path, block);
  }

  /**
   * Adds an element behind the others of an element.
   *
   * @param outerPath the kind of an element that is there
   * @param content what tells it from others of its kind
   * @param path the names of the elements around what is added, from the first of {@code outerPath} on; those that are not
   *     there are added too
   */
  PomText addWithin(String outerPath, String content, String path, String block) {
    Element outer = find(outerPath, content).orElseThrow();
    Optional<Element> there = elements.stream()
        .filter(one -> one.path().equals(path))
        .filter(one -> outer.start() <= one.start() && one.end() <= outer.end())
        .findFirst();
    if (there.isPresent()) {
      return new PomText(insert(there.get(), block));
    }
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    String wrapped = "<" + name + ">\n" + indented(block, unit()) + "</" + name + ">\n";
    return addWithin(outerPath, content, path.substring(0, slash), wrapped);
  }

  private String insert(Element into, String block) {
    String name = into.path().substring(into.path().lastIndexOf('/') + 1);
    int at = into.contentStart() < 0 ? into.start() : into.contentEnd();
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    String indent = text.substring(lineStart, at);
    boolean isAlone = indent.isBlank();
    String own = isAlone ? indent : leadingBlanks(indent);
    String added = indented(block, own + unit());
    if (into.contentStart() < 0) {
      added = "<" + name + ">\n" + added + own + "</" + name + ">";
      return text.substring(0, at) + lines(added) + text.substring(into.end());
    }
    return isAlone
        ? text.substring(0, lineStart) + lines(added) + text.substring(lineStart)
        : text.substring(0, at) + lines("\n" + added + own) + text.substring(at);
  }

  private static String leadingBlanks(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private static String indented(String block, String indent) {
    StringBuilder lines = new StringBuilder();
    block.lines().forEach(line -> lines.append(indent).append(line).append('\n'));
    return lines.toString();
  }

  private String unit() {
    Matcher indent = FIRST_INDENT.matcher(text);
    return indent.find() ? indent.group(1) : "  ";
  }

  /** Ends lines as the file does. */
  private String lines(String added) {
    return text.contains("\r\n") ? added.replace("\n", "\r\n") : added;
  }
}
