package dev.lambic.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lambic.Migration;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Makes the source of an index. It uses neither reflection nor lambdas and keeps nothing: to load it and to read its
 * entries loads no class of a migration.
 *
 * <p>A long index is split into nested classes, since the class file format limits methods and constant pools.
 */
final class IndexSource {
  private static final TypeName ENTRIES =
      ParameterizedTypeName.get(List.class, RevisionEntry.class);
  private static final String REVISIONS = "revisions";
  private static final String CREATE = "create";
  private static final String POSITION = "position";

  private final ClassName name;
  private final List<IndexPart> parts;

  /** Begins the source of an index over these revisions, which come in its order. */
  IndexSource(IndexName name, List<RevisionClass> revisions) {
    this.name = ClassName.get(name.packageName(), name.simpleName());
    this.parts = IndexPart.split(revisions);
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(RevisionIndex.class)
        .addJavadoc(
            "The revisions of this module, as its {@code @Revision} classes declare them.\n")
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Made by {@link $T}.\n", ServiceLoader.class)
            .build());
    boolean isWhole = parts.size() == 1;
    type.addMethod(revisions()
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addCode(isWhole ? entries(parts.get(0)) : entriesOfParts())
        .build());
    type.addMethod(create()
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addCode(isWhole ? creation(parts.get(0)) : creationByParts())
        .build());
    if (!isWhole) {
      parts.forEach(part -> type.addType(nested(part)));
    }
    return type;
  }

  private TypeSpec nested(IndexPart part) {
    return TypeSpec.classBuilder(nameOf(part))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(
            revisions().addModifiers(Modifier.STATIC).addCode(entries(part)).build())
        .addMethod(
            create().addModifiers(Modifier.STATIC).addCode(creation(part)).build())
        .build();
  }

  private ClassName nameOf(IndexPart part) {
    return name.nestedClass("From" + part.start());
  }

  private static MethodSpec.Builder revisions() {
    return MethodSpec.methodBuilder(REVISIONS).returns(ENTRIES);
  }

  private static MethodSpec.Builder create() {
    return MethodSpec.methodBuilder(CREATE)
        .returns(Migration.class)
        .addParameter(int.class, POSITION);
  }

  private CodeBlock entriesOfParts() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T $N = new $T<>($L)",
        ENTRIES,
        REVISIONS,
        ArrayList.class,
        parts.get(parts.size() - 1).end());
    for (IndexPart part : parts) {
      code.addStatement("$N.addAll($T.$N())", REVISIONS, nameOf(part), REVISIONS);
    }
    return code.addStatement("return $T.unmodifiableList($N)", Collections.class, REVISIONS)
        .build();
  }

  private CodeBlock creationByParts() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (IndexPart part : parts) {
      code.beginControlFlow("if ($N < $L)", POSITION, part.end())
          .addStatement("return $T.$N($N)", nameOf(part), CREATE, POSITION)
          .endControlFlow();
    }
    return code.addStatement("throw new $T($N)", IndexOutOfBoundsException.class, POSITION)
        .build();
  }

  /** Passes an array, since javac takes long to infer the type of a call with hundreds of arguments. */
  private static CodeBlock entries(IndexPart part) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("return $T.of(new $T[] {$>$>", List.class, RevisionEntry.class);
    String separator = "\n";
    for (RevisionClass revision : part.revisions()) {
      code.add(separator).add(entry(revision.entry()));
      separator = ",\n";
    }
    return code.add("\n$<$<});\n").build();
  }

  private static CodeBlock entry(RevisionEntry entry) {
    CodeBlock.Builder code = CodeBlock.builder()
        .add(
            "$T.builder($L, $L)$>$>",
            RevisionEntry.class,
            StringLiteral.of(entry.id()),
            StringLiteral.of(entry.className()));
    call(code, "downRevision", entry.downRevisions());
    call(code, "dependsOn", entry.dependsOn());
    call(code, "branchLabels", entry.branchLabels());
    call(code, "message", nonEmpty(entry.message()));
    call(code, "createDate", nonEmpty(entry.createDate()));
    if (!entry.isReversible()) {
      code.add("\n.irreversible()");
    }
    return code.add("\n.build()$<$<").build();
  }

  private static List<String> nonEmpty(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static void call(CodeBlock.Builder code, String method, List<String> arguments) {
    if (!arguments.isEmpty()) {
      String literals = arguments.stream().map(StringLiteral::of).collect(Collectors.joining(", "));
      code.add("\n.$N($L)", method, literals);
    }
  }

  private static CodeBlock creation(IndexPart part) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch ($N) {\n$>", POSITION);
    int position = part.start();
    for (RevisionClass revision : part.revisions()) {
      TypeElement type = revision.type();
      String arguments = type.getTypeParameters().isEmpty() ? "" : "<>";
      code.add("case $L -> new $T$L();\n", position++, ClassName.get(type), arguments);
    }
    return code.add(
            "default -> throw new $T($N);\n$<};\n", IndexOutOfBoundsException.class, POSITION)
        .build();
  }
}
