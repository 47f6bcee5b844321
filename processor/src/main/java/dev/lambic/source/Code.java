package dev.lambic.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java expression that can be laid out: on one line where it fits, else its arguments below each other, and the calls of
 * a chain below the first one. Immutable.
 */
final class Code {
  /** The longest line. */
  static final int WIDTH = 100;

  private static final int INDENT = 4;
  private static final int JAVAPOETS_INDENT = 2;

  /**
   * One call of a chain, or what is called.
   *
   * @param name its name, with what stands in front of it: {@code new}, a class, a dot
   * @param nameWidth how many characters that is
   * @param arguments null where it is no call
   * @param hasLines whether the name is source that may have several lines
   */
  private record Link(
      CodeBlock name, int nameWidth, @Nullable List<Code> arguments, boolean hasLines) {

    static Link of(String text, @Nullable List<Code> arguments) {
      return new Link(CodeBlock.of("$L", text), text.length(), arguments, false);
    }

    static Link of(String before, Class<?> type, String behind, @Nullable List<Code> arguments) {
      ClassName name = ClassName.get(type);
      int width = before.length() + String.join(".", name.simpleNames()).length() + behind.length();
      return new Link(CodeBlock.of("$L$T$L", before, name, behind), width, arguments, false);
    }

    int width() {
      if (arguments == null) {
        return nameWidth;
      }
      int separators = 2 + 2 * Math.max(0, arguments.size() - 1);
      return nameWidth + separators + arguments.stream().mapToInt(Code::width).sum();
    }
  }

  private final List<Link> links;

  /** The literals of a text that does not fit into a line; none for anything else. */
  private final List<String> pieces;

  private final int width;

  private Code(List<Link> links, List<String> pieces, int width) {
    this.links = List.copyOf(links);
    this.pieces = pieces;
    this.width = width;
  }

  private static Code of(List<Link> links) {
    return new Code(links, List.of(), links.stream().mapToInt(Link::width).sum());
  }

  private static Code of(Link link) {
    return of(List.of(link));
  }

  /** Returns a word or literal. */
  static Code text(String text) {
    return of(Link.of(text, null));
  }

  /** Returns the call of a method: {@code column} or {@code op.dropTable}. */
  static Code call(String name, Code... arguments) {
    return of(Link.of(name, Arrays.asList(arguments)));
  }

  /** Returns the call of a static method. */
  static Code call(Class<?> type, String name, Code... arguments) {
    return of(Link.of("", type, "." + name, Arrays.asList(arguments)));
  }

  /** Returns a static field. */
  static Code constant(Class<?> type, String name) {
    return of(Link.of("", type, "." + name, null));
  }

  /** Returns a new object. */
  static Code create(Class<?> type, List<Code> arguments) {
    return of(Link.of("new ", type, "", arguments));
  }

  /** Returns a new object of a generic class. */
  static Code createGeneric(Class<?> type, Code... arguments) {
    return of(Link.of("new ", type, "<>", Arrays.asList(arguments)));
  }

  /**
   * Returns source that is taken as it is.
   *
   * @param width how many characters its first line has
   */
  static Code own(CodeBlock source, int width) {
    return of(new Link(source, width, null, true));
  }

  /** Returns a string: several lines of text come below each other. */
  static Code string(String value) {
    int lineEnd = value.indexOf('\n');
    boolean hasLines = lineEnd >= 0 && lineEnd < value.length() - 1;
    String literal = JavaText.literal(value);
    List<String> pieces = JavaText.pieces(value);
    return pieces.size() == 1
        ? text(literal)
        : new Code(
            List.of(Link.of(literal, null)),
            pieces.stream().map(JavaText::literal).toList(),
            hasLines ? Math.max(WIDTH, literal.length()) : literal.length());
  }

  /** Returns this expression with a call behind it. */
  Code dot(String name, Code... arguments) {
    List<Link> extended = new ArrayList<>(links);
    extended.add(Link.of("." + name, Arrays.asList(arguments)));
    return of(extended);
  }

  /** Returns how many characters it has on one line; at least a line full where it needs several. */
  int width() {
    return width;
  }

  /**
   * Returns the source.
   *
   * @param column where it begins, in characters from the beginning of the line
   * @param tail how many characters come behind it
   */
  CodeBlock layOut(int column, int tail) {
    CodeBlock.Builder out = CodeBlock.builder();
    write(out, column, 0, tail);
    return out.build();
  }

  /**
   * @param base the column in which JavaPoet begins lines
   * @param indent how far this line is indented behind that
   */
  private void write(CodeBlock.Builder out, int base, int indent, int tail) {
    if (base + indent + width + tail <= WIDTH) {
      writeFlat(out, indent);
    } else if (!pieces.isEmpty()) {
      writePieces(out, indent);
    } else if (links.stream().filter(link -> link.arguments() != null).count() > 1) {
      writeChain(out, base, indent, tail);
    } else {
      links.forEach(link -> writeBroken(link, out, base, indent));
    }
  }

  private void writeFlat(CodeBlock.Builder out, int indent) {
    for (Link link : links) {
      writeName(link, out, indent);
      if (link.arguments() != null) {
        out.add("(");
        String separator = "";
        for (Code argument : link.arguments()) {
          out.add(separator);
          argument.writeFlat(out, indent);
          separator = ", ";
        }
        out.add(")");
      }
    }
  }

  private static void writeName(Link link, CodeBlock.Builder out, int indent) {
    int steps = link.hasLines() ? indent / JAVAPOETS_INDENT : 0;
    out.add("$>".repeat(steps)).add(link.name()).add("$<".repeat(steps));
  }

  private void writePieces(CodeBlock.Builder out, int indent) {
    out.add("$L", pieces.get(0));
    for (String piece : pieces.subList(1, pieces.size())) {
      newLine(out, indent + INDENT);
      out.add("+ $L", piece);
    }
  }

  private void writeChain(CodeBlock.Builder out, int base, int indent, int tail) {
    int first = 0;
    while (links.get(first).arguments() == null) {
      writeName(links.get(first++), out, indent);
    }
    writeLink(links.get(first), out, base, indent, 0);
    for (Link link : links.subList(first + 1, links.size())) {
      newLine(out, indent + INDENT);
      writeLink(link, out, base, indent + INDENT, tail);
    }
  }

  private static void writeLink(Link link, CodeBlock.Builder out, int base, int indent, int tail) {
    if (base + indent + link.width() + tail <= WIDTH) {
      of(link).writeFlat(out, indent);
    } else {
      writeBroken(link, out, base, indent);
    }
  }

  private static void writeBroken(Link link, CodeBlock.Builder out, int base, int indent) {
    writeName(link, out, indent);
    if (link.arguments() == null) {
      return;
    }
    out.add("(");
    int last = link.arguments().size() - 1;
    for (int i = 0; i <= last; i++) {
      newLine(out, indent + INDENT);
      link.arguments().get(i).write(out, base, indent + INDENT, i == last ? 2 : 1);
      out.add(i == last ? "" : ",");
    }
    out.add(")");
  }

  private static void newLine(CodeBlock.Builder out, int indent) {
    out.add("\n$L", " ".repeat(indent));
  }
}
