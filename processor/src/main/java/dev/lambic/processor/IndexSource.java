package dev.lambic.processor;

import dev.lambic.Migration;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/**
 * Makes the source of an index. It uses neither reflection nor lambdas and keeps nothing: to load it and to read its
 * entries loads no class of a migration. All names are qualified, since the user's classes may have any simple one.
 *
 * <p>A long index is split into nested classes, since the class file format limits methods and constant pools.
 *
 * <p>This is a few fixed shapes of text, and most of what the processor writes: put together by JavaPoet, it took the
 * compiler longer than all checks.
 */
final class IndexSource {
  private static final String ENTRY = RevisionEntry.class.getName();
  private static final String ENTRIES = "java.util.List<" + ENTRY + ">";
  private static final String MIGRATION = Migration.class.getName();

  private final IndexName name;
  private final List<IndexPart> parts;
  private final StringBuilder text = new StringBuilder();

  private IndexSource(IndexName name, List<RevisionClass> revisions) {
    this.name = name;
    this.parts = IndexPart.split(revisions);
  }

  /**
   * Returns the source of an index.
   *
   * @param revisions the revisions, in its order
   * @param canSeeGenerated whether the annotation {@link Generated} is in sight where the index will be
   * @param mayUseDeprecated whether a revision is deprecated
   */
  static String of(
      IndexName name,
      List<RevisionClass> revisions,
      boolean canSeeGenerated,
      boolean mayUseDeprecated) {
    IndexSource source = new IndexSource(name, revisions);
    source.header(canSeeGenerated, mayUseDeprecated);
    source.heads(revisions);
    if (source.parts.size() == 1) {
      source.whole();
    } else {
      source.inParts();
    }
    return source.text.append("}\n").toString();
  }

  private void header(boolean canSeeGenerated, boolean mayUseDeprecated) {
    if (!name.packageName().isEmpty()) {
      line("package " + name.packageName() + ";");
      line("");
    }
    line("/** The revisions of this module, as its {@code @Revision} classes declare them. */");
    if (canSeeGenerated) {
      line("@" + Generated.class.getName() + "(\"" + RevisionProcessor.class.getName() + "\")");
    }
    if (mayUseDeprecated) {
      line("@java.lang.SuppressWarnings({\"deprecation\", \"removal\"})");
    }
    line("public final class " + name.simpleName() + " implements " + RevisionIndex.class.getName()
        + " {");
    line("  /** Made by {@link java.util.ServiceLoader}. */");
    line("  public " + name.simpleName() + "() {}");
    line("");
    for (IndexPart part : parts) {
      String names =
          part.revisions().stream().map(RevisionClass::name).collect(Collectors.joining(" "));
      line("  static final java.lang.String " + IndexedClasses.CONSTANT + part.start() + " = "
          + StringLiteral.of(names) + ";");
    }
  }

  /** What a history ends in is said where the module holds all of it, and all that it needs. */
  private void heads(List<RevisionClass> revisions) {
    Set<String> heads = new TreeSet<>();
    Set<String> labels = new HashSet<>();
    List<String> parents = new ArrayList<>();
    List<String> dependencies = new ArrayList<>();
    for (RevisionClass revision : revisions) {
      heads.add(revision.entry().id());
      labels.addAll(revision.entry().branchLabels());
      parents.addAll(revision.entry().downRevisions());
      dependencies.addAll(revision.entry().dependsOn());
    }
    dependencies.removeAll(labels);
    if (heads.containsAll(parents) && heads.containsAll(dependencies)) {
      parents.forEach(heads::remove);
      method("java.util.List<java.lang.String> heads()");
      line("    return java.util.List.of("
          + heads.stream().map(StringLiteral::of).collect(Collectors.joining(", ")) + ");");
      line("  }");
    }
  }

  private void whole() {
    IndexPart part = parts.get(0);
    method(ENTRIES + " revisions()");
    entries(part, "    ");
    line("  }");
    method(MIGRATION + " create(int position)");
    creation(part, "    ");
    line("  }");
  }

  private void inParts() {
    method(ENTRIES + " revisions()");
    line("    " + ENTRIES + " revisions = new java.util.ArrayList<>("
        + parts.get(parts.size() - 1).end() + ");");
    parts.forEach(part -> line("    revisions.addAll(" + nameOf(part) + ".revisions());"));
    line("    return java.util.Collections.unmodifiableList(revisions);");
    line("  }");
    method(MIGRATION + " create(int position)");
    for (IndexPart part : parts) {
      line("    if (position < " + part.end() + ") {");
      line("      return " + nameOf(part) + ".create(position);");
      line("    }");
    }
    line("    throw new java.lang.IndexOutOfBoundsException(position);");
    line("  }");
    parts.forEach(this::nested);
  }

  private static String nameOf(IndexPart part) {
    return "From" + part.start();
  }

  private void nested(IndexPart part) {
    line("");
    line("  private static final class " + nameOf(part) + " {");
    line("    static " + ENTRIES + " revisions() {");
    entries(part, "      ");
    line("    }");
    line("");
    line("    static " + MIGRATION + " create(int position) {");
    creation(part, "      ");
    line("    }");
    line("  }");
  }

  private void method(String signature) {
    line("");
    line("  @java.lang.Override");
    line("  public " + signature + " {");
  }

  /** Passes an array, since javac takes long to infer the type of a call with hundreds of arguments. */
  private void entries(IndexPart part, String indent) {
    line(indent + "return java.util.List.of(new " + ENTRY + "[] {");
    String end = "";
    for (RevisionClass revision : part.revisions()) {
      text.append(end);
      entry(revision.entry(), indent + "  ");
      end = ",\n";
    }
    line("");
    line(indent + "});");
  }

  private void entry(RevisionEntry entry, String indent) {
    text.append(indent).append(ENTRY).append(".builder(");
    text.append(StringLiteral.of(entry.id())).append(", ");
    text.append(StringLiteral.of(entry.className())).append(')');
    call(indent, "downRevision", entry.downRevisions());
    call(indent, "dependsOn", entry.dependsOn());
    call(indent, "branchLabels", entry.branchLabels());
    call(indent, "message", nonEmpty(entry.message()));
    call(indent, "createDate", nonEmpty(entry.createDate()));
    if (!entry.isReversible()) {
      call(indent, "irreversible", "");
    }
    if (!entry.isTransactional()) {
      call(indent, "nonTransactional", "");
    }
    call(indent, "build", "");
  }

  private static List<String> nonEmpty(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private void call(String indent, String method, List<String> arguments) {
    if (!arguments.isEmpty()) {
      call(
          indent,
          method,
          arguments.stream().map(StringLiteral::of).collect(Collectors.joining(", ")));
    }
  }

  private void call(String indent, String method, String arguments) {
    text.append('\n').append(indent).append("    .").append(method);
    text.append('(').append(arguments).append(')');
  }

  private void creation(IndexPart part, String indent) {
    line(indent + "return switch (position) {");
    int position = part.start();
    for (RevisionClass revision : part.revisions()) {
      String arguments = revision.type().getTypeParameters().isEmpty() ? "" : "<>";
      line(indent + "  case " + position++ + " -> new " + revision.name() + arguments + "();");
    }
    line(indent + "  default -> throw new java.lang.IndexOutOfBoundsException(position);");
    line(indent + "};");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
