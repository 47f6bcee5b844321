package dev.lambic.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;
import dev.lambic.script.RevisionEntry;
import java.util.HexFormat;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The source of a new revision's class that does nothing yet. */
final class RevisionSource {
  private final String packageName;
  private final String className;
  private final RevisionEntry entry;

  RevisionSource(String packageName, String className, RevisionEntry entry) {
    this.packageName = packageName;
    this.className = className;
    this.entry = entry;
  }

  /** Returns the file as Lambic writes it where users have no template of their own. */
  String text() {
    TypeSpec type = TypeSpec.classBuilder(className)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(Migration.class)
        .addAnnotation(annotation())
        .addMethod(direction("upgrade"))
        .addMethod(direction("downgrade"))
        .build();
    return JavaFile.builder(packageName, type).skipJavaLangImports(true).build().toString();
  }

  private AnnotationSpec annotation() {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(Revision.class).addMember("id", string(entry.id()));
    add(annotation, "downRevision", entry.downRevisions());
    add(annotation, "dependsOn", entry.dependsOn());
    add(annotation, "branchLabels", entry.branchLabels());
    if (!entry.message().isEmpty()) {
      annotation.addMember("message", string(entry.message()));
    }
    return annotation.addMember("createDate", string(entry.createDate())).build();
  }

  private static void add(AnnotationSpec.Builder annotation, String name, List<String> values) {
    if (!values.isEmpty()) {
      annotation.addMember(name, strings(values));
    }
  }

  /** Returns a value of an annotation: a literal, or several in braces. */
  static CodeBlock strings(List<String> values) {
    CodeBlock all = values.stream().map(RevisionSource::string).collect(CodeBlock.joining(", "));
    return values.size() == 1 ? all : CodeBlock.of("{$L}", all);
  }

  static CodeBlock string(String value) {
    return CodeBlock.of("$L", literal(value));
  }

  /** JavaPoet's own literals may take several lines, or break where an unusual character ends a line. */
  private static String literal(String value) {
    StringBuilder literal = new StringBuilder("\"");
    value.chars().forEach(character -> literal.append(escaped((char) character)));
    return literal.append('"').toString();
  }

  private static String escaped(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
        isVisible(character)
            ? String.valueOf(character)
            : "\\u" + HexFormat.of().toHexDigits(character);
    };
  }

  private static boolean isVisible(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static MethodSpec direction(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Operations.class, "op")
        .build();
  }
}
