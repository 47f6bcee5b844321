package dev.lambic.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * The methods of a migration. What is too long for one method, of which javac takes at most 64 KB, is spread over private
 * ones; what is too long for one class, which has at most 65,535 constants, over nested classes.
 */
final class MigrationMethods {
  private static final int LONGEST_METHOD = 20_000;
  private static final int MOST_PARTS_OF_A_CLASS = 12;

  /** Where statements begin in a method of the class, and in one of a nested class. */
  private static final int COLUMN = 4;

  private static final ParameterSpec OP =
      ParameterSpec.builder(Operations.class, "op").build();

  private final List<MethodSpec> directions = new ArrayList<>();
  private final List<MethodSpec> parts = new ArrayList<>();
  private final List<TypeSpec> classes = new ArrayList<>();

  private MigrationMethods() {}

  /** Returns the methods of a migration that does nothing yet. */
  static MigrationMethods empty() {
    MigrationMethods methods = new MigrationMethods();
    methods.add("upgrade", List.of(), List.of());
    methods.add("downgrade", List.of(), List.of());
    return methods;
  }

  /** Returns the methods of a migration that does what a script says. */
  static MigrationMethods of(MigrationScript script, RenderItem own) {
    MigrationMethods methods = new MigrationMethods();
    StatementCode forth = new StatementCode(own, script.upgradeOps().destructive(), true, COLUMN);
    methods.add(
        "upgrade", comments(script, false), statements(script.upgradeOps().operations(), forth));
    StatementCode back = new StatementCode(own, List.of(), false, COLUMN);
    methods.add(
        "downgrade", comments(script, true), statements(script.downgradeOps().operations(), back));
    return methods;
  }

  /** Returns {@code upgrade} and {@code downgrade}. */
  List<MethodSpec> directions() {
    return directions;
  }

  /** Returns the methods that these call. */
  List<MethodSpec> parts() {
    return parts;
  }

  /** Returns the classes whose methods these call. */
  List<TypeSpec> classes() {
    return classes;
  }

  private static List<CodeBlock> comments(MigrationScript script, boolean isDowngrade) {
    List<CodeBlock> comments = new ArrayList<>();
    for (Finding finding : script.findings()) {
      if ((finding.kind() == Finding.Kind.IRREVERSIBLE) == isDowngrade) {
        comments.add(StatementCode.comment(intro(finding.kind()) + lower(finding.text()), COLUMN));
      }
    }
    List<MigrateOperation> operations =
        isDowngrade ? script.downgradeOps().operations() : script.upgradeOps().operations();
    if (operations.isEmpty() && comments.isEmpty()) {
      comments.add(StatementCode.comment("nothing to do", COLUMN));
    }
    return comments;
  }

  private static String intro(Finding.Kind kind) {
    return switch (kind) {
      case DESTRUCTIVE -> "left out, since it loses data: ";
      case LIKELY_RENAME -> "perhaps a rename: ";
      case NOT_CHANGEABLE -> "to be done by hand: ";
      case IRREVERSIBLE -> "not undone: ";
      case UNDECIDED -> "to be looked at: ";
      case NOT_COMPARED -> "not compared: ";
    };
  }

  private static String lower(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static List<CodeBlock> statements(
      List<MigrateOperation> operations, StatementCode writer) {
    return operations.stream()
        .flatMap(operation -> writer.of(operation).stream())
        .toList();
  }

  private void add(String name, List<CodeBlock> comments, List<CodeBlock> statements) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(OP);
    comments.forEach(method::addCode);
    List<CodeBlock> chunks = chunks(statements);
    if (chunks.size() < 2) {
      chunks.forEach(method::addCode);
    } else if (chunks.size() <= MOST_PARTS_OF_A_CLASS) {
      for (CodeBlock chunk : chunks) {
        parts.add(part(name + "Part" + (parts.size() + 1), chunk, Modifier.PRIVATE));
        method.addCode("$L(op);\n", parts.get(parts.size() - 1).name());
      }
    } else {
      addClasses(name, chunks, method);
    }
    directions.add(method.build());
  }

  private void addClasses(String name, List<CodeBlock> chunks, MethodSpec.Builder method) {
    for (int i = 0; i < chunks.size(); i += MOST_PARTS_OF_A_CLASS) {
      String className = "Part" + (classes.size() + 1);
      TypeSpec.Builder nested = TypeSpec.classBuilder(className)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      int end = Math.min(i + MOST_PARTS_OF_A_CLASS, chunks.size());
      for (int j = i; j < end; j++) {
        String partName = name + (j - i + 1);
        nested.addMethod(part(partName, chunks.get(j)));
        method.addCode("$L.$L(op);\n", className, partName);
      }
      classes.add(nested.build());
    }
  }

  private static MethodSpec part(String name, CodeBlock code, Modifier... access) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(access)
        .addModifiers(Modifier.STATIC)
        .addParameter(OP)
        .addCode(code)
        .build();
  }

  private static List<CodeBlock> chunks(List<CodeBlock> statements) {
    List<CodeBlock> chunks = new ArrayList<>();
    CodeBlock.Builder chunk = CodeBlock.builder();
    int length = 0;
    for (CodeBlock statement : statements) {
      int more = statement.toString().length();
      if (length > 0 && length + more > LONGEST_METHOD) {
        chunks.add(chunk.build());
        chunk = CodeBlock.builder();
        length = 0;
      }
      chunk.add(statement);
      length += more;
    }
    if (length > 0) {
      chunks.add(chunk.build());
    }
    return chunks;
  }
}
