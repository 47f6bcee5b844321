package dev.lambic.source;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.Operations;
import dev.lambic.schema.Schema;
import dev.lambic.script.RevisionEntry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source of a new revision's class. */
final class RevisionSource {
  /** The end of a method. */
  private static final String END = "\n  }\n";

  private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
  private static final Pattern CHANGE = Pattern.compile("(?<![\\w.])change\\(");
  private static final Pattern SCHEMA_WORD = Pattern.compile(Stream.of(Schema.class.getMethods())
      .filter(method -> Modifier.isStatic(method.getModifiers()))
      .map(Method::getName)
      .distinct()
      .collect(Collectors.joining("|", "(?<![\\w.])(?:", ")\\(")));

  private final String packageName;
  private final String className;
  private final RevisionEntry entry;
  private final MigrationMethods methods;

  RevisionSource(
      String packageName, String className, RevisionEntry entry, MigrationMethods methods) {
    this.packageName = packageName;
    this.className = className;
    this.entry = entry;
    this.methods = methods;
  }

  /** Returns the file as Lambic writes it where users have no template of their own. */
  String text() {
    TypeSpec type = TypeSpec.classBuilder(className)
        .addModifiers(PUBLIC, FINAL)
        .addSuperinterface(Migration.class)
        .addAnnotation(annotation())
        .addMethods(methods.directions())
        .addMethods(methods.parts())
        .addTypes(methods.classes())
        .build();
    JavaFile.Builder file = JavaFile.builder(packageName, type).skipJavaLangImports(true);
    String calls = LITERAL.matcher(file.build().toString()).replaceAll("");
    if (SCHEMA_WORD.matcher(calls).find()) {
      file.addStaticImport(Schema.class, "*");
    }
    if (CHANGE.matcher(calls).find()) {
      file.addStaticImport(ColumnChange.class, "change");
    }
    return file.build().toString();
  }

  /** Returns what takes the place of tokens in a template, beside what the annotation says. */
  Map<String, String> tokens() {
    String text = text();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("imports", imports(text));
    tokens.put("upgrades", body(text, "upgrade"));
    tokens.put("downgrades", body(text, "downgrade"));
    int behind = text.indexOf(END, text.indexOf(head("downgrade"))) + END.length();
    tokens.put("parts", text.substring(behind, text.lastIndexOf('}')).strip());
    return tokens;
  }

  /** The template has those that every migration needs. */
  private static String imports(String text) {
    Set<String> everyones = Set.of(
        "import " + Migration.class.getName() + ";",
        "import " + Revision.class.getName() + ";",
        "import " + Operations.class.getName() + ";");
    return text.lines()
        .filter(line -> line.startsWith("import ") && !everyones.contains(line))
        .collect(Collectors.joining("\n"));
  }

  private static String body(String text, String method) {
    int start = text.indexOf(head(method)) + head(method).length() - 1;
    return text.substring(start, text.indexOf(END, start)).strip();
  }

  private static String head(String method) {
    return "  public void " + method + "(Operations op) {\n";
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
    return CodeBlock.of("$L", JavaText.literal(value));
  }
}
