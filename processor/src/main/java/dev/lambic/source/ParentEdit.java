package dev.lambic.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.lambic.Revision;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RebasePlan;
import dev.lambic.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Gives a revision other parents by editing its source: the value of {@code downRevision} changes, and nothing else, not a
 * blank.
 */
public final class ParentEdit {
  private static final String ATTRIBUTE = "downRevision";

  private final String source;
  private final Path file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private ParentEdit(String source, Path file) {
    this.source = source;
    this.file = file;
    JavacTask task = (JavacTask) SourceHistory.javac()
        .getTask(Writer.nullWriter(), null, diagnostic -> {}, null, null, List.of(object(source)));
    try {
      this.unit = task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.positions = Trees.instance(task).getSourcePositions();
  }

  private static JavaFileObject object(String source) {
    return new SimpleJavaFileObject(
        URI.create("source:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /**
   * Writes the parents of a plan into the source.
   *
   * @return the file that was written
   * @throws EnvironmentException if the class is none of the module, or its parents do not stand there as literals; then
   *     nothing has been written
   */
  public static Path apply(RebasePlan plan, SourceHistory history, Charset encoding) {
    Script lowest = plan.lowest();
    Path file = history
        .fileOf(lowest.className())
        .orElseThrow(() -> new EnvironmentException(Problem.of(
                ProblemId.MISSING_SOURCE,
                "The revision that needs another parent is not among the sources of this module.")
            .with("revision", lowest.label())
            .with("class", lowest.className())
            .fix("run the goal in the module that has the class, or move the other head.")));
    String packageName = history.packageOf(lowest.className()).orElseThrow();
    try {
      String source = decode(file, encoding);
      String edited = new ParentEdit(source, file)
          .edited(inPackage(lowest.className(), packageName), lowest, plan.parents());
      Files.writeString(file, edited, encoding);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses to guess: what cannot be decoded could not be written back as it was. */
  private static String decode(Path file, Charset encoding) throws IOException {
    try {
      return encoding
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.UNREADABLE_SOURCE,
                  "The file has bytes that are no characters in " + encoding + ".")
              .with("file", file.toString())
              .fix("let 'project.build.sourceEncoding' name the encoding that the file has."),
          e);
    }
  }

  private static String inPackage(String className, String packageName) {
    return packageName.isEmpty() ? className : className.substring(packageName.length() + 1);
  }

  private String edited(String className, Script script, List<String> parents) {
    AnnotationTree annotation = Optional.ofNullable(new Finder().find(className))
        .orElseThrow(() -> fixed(script, "the annotation is not where the class is"));
    ExpressionTree value = value(annotation, ATTRIBUTE);
    if (value == null) {
      return withNew(annotation, script, parents);
    }
    List<LiteralTree> literals =
        literals(value).orElseThrow(() -> fixed(script, "'" + text(value) + "' is no literal"));
    List<String> written =
        literals.stream().map(one -> String.valueOf(one.getValue())).toList();
    if (!written.equals(script.downRevisions())) {
      throw fixed(script, "it says " + text(value) + ", other than the history");
    }
    return parents.size() == written.size()
        ? withReplaced(literals, written, parents)
        : replace(start(value), end(value), expression(parents));
  }

  /** Replaces one literal of several, or the only one. */
  private String withReplaced(
      List<LiteralTree> literals, List<String> written, List<String> parents) {
    String result = source;
    for (int i = literals.size() - 1; i >= 0; i--) {
      if (!written.get(i).equals(parents.get(i))) {
        LiteralTree literal = literals.get(i);
        result = result.substring(0, start(literal))
            + expression(List.of(parents.get(i)))
            + result.substring(end(literal));
      }
    }
    return result;
  }

  /** Adds the attribute behind the id, on a line of its own if the id has one. */
  private String withNew(AnnotationTree annotation, Script script, List<String> parents) {
    AssignmentTree id = assignment(annotation, "id");
    if (id == null) {
      throw fixed(script, "the annotation has no id");
    }
    String before = source.substring(0, start(id));
    String indent = before.substring(before.lastIndexOf('\n') + 1);
    String lineEnd = source.contains("\r\n") ? "\r\n" : "\n";
    String between = indent.isBlank() ? "," + lineEnd + indent : ", ";
    return replace(end(id), end(id), between + ATTRIBUTE + " = " + expression(parents));
  }

  private String replace(int start, int end, String text) {
    return source.substring(0, start) + text + source.substring(end);
  }

  private static String expression(List<String> parents) {
    return RevisionSource.strings(parents).toString();
  }

  private static Optional<List<LiteralTree>> literals(ExpressionTree value) {
    List<? extends ExpressionTree> values =
        value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
    return values.stream().allMatch(LiteralTree.class::isInstance)
        ? Optional.of(values.stream().map(LiteralTree.class::cast).toList())
        : Optional.empty();
  }

  private static @Nullable ExpressionTree value(AnnotationTree annotation, String attribute) {
    AssignmentTree assignment = assignment(annotation, attribute);
    return assignment == null ? null : assignment.getExpression();
  }

  private static @Nullable AssignmentTree assignment(AnnotationTree annotation, String attribute) {
    return annotation.getArguments().stream()
        .filter(AssignmentTree.class::isInstance)
        .map(AssignmentTree.class::cast)
        .filter(one -> one.getVariable().toString().equals(attribute))
        .findFirst()
        .orElse(null);
  }

  private String text(ExpressionTree tree) {
    return source.substring(start(tree), end(tree));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private EnvironmentException fixed(Script script, String why) {
    return new EnvironmentException(
        Problem.of(ProblemId.FIXED_PARENT, "'" + ATTRIBUTE + "' cannot be edited: " + why + ".")
            .with("file", file.toString())
            .with("revision", script.label())
            .fix("write the ids there as literals, or edit it by hand."));
  }

  /** Finds the annotation of a class by the class's binary name, less the package. */
  private final class Finder extends TreeScanner<@Nullable Void, String> {
    private @Nullable String wanted;
    private @Nullable AnnotationTree found;

    @Nullable
    AnnotationTree find(String className) {
      wanted = className;
      scan(unit, "");
      return found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String around) {
      String name = around + type.getSimpleName();
      if (name.equals(wanted)) {
        found = type.getModifiers().getAnnotations().stream()
            .filter(annotation -> isRevision(annotation.getAnnotationType().toString()))
            .findFirst()
            .orElse(null);
      }
      return super.visitClass(type, name + "$");
    }

    private static boolean isRevision(String type) {
      return type.equals(Revision.class.getSimpleName()) || type.equals(Revision.class.getName());
    }
  }
}
