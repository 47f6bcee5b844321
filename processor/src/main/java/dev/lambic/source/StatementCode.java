package dev.lambic.source;

import com.palantir.javapoet.CodeBlock;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.autogenerate.RenderItem.JavaSource;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes operations as statements, each with a comment in front of it where it loses data. */
final class StatementCode {
  /** How much source one insert may be; javac takes no method of more than 64 KB. */
  private static final int LONGEST_INSERT = 12_000;

  private static final String LAMBDA = "batch -> {";
  private static final int JAVAPOETS_INDENT = 2;

  private final SchemaCode parts;
  private final List<MigrateOperation> destructive;
  private final boolean showsLosses;
  private int column;

  /**
   * @param destructive what loses data besides the operations that always do
   * @param showsLosses whether there are comments about that
   * @param column where statements begin
   */
  StatementCode(
      RenderItem own, List<MigrateOperation> destructive, boolean showsLosses, int column) {
    this.parts = new SchemaCode(own);
    this.destructive = destructive;
    this.showsLosses = showsLosses;
    this.column = column;
  }

  /** Returns the statements that carry an operation out, each with its line end; none where users leave it out. */
  List<CodeBlock> of(MigrateOperation operation) {
    Optional<JavaSource> source = parts.ownSource("operation", operation);
    if (source.isPresent()) {
      return ownStatement(source.get()).stream().toList();
    }
    OperationCode words = new OperationCode(parts, this::lambda);
    List<CodeBlock> statements = new ArrayList<>();
    for (MigrateOperation one : inserts(operation, words)) {
      one.accept(words).ifPresent(code -> statements.add(statement(one, code)));
    }
    return statements;
  }

  private static Optional<CodeBlock> ownStatement(JavaSource source) {
    String text = source.text().strip();
    boolean isEnded = text.endsWith(";") || text.endsWith("}");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(CodeBlock.of("$L$L\n", OwnSource.block(source), isEnded ? "" : ";"));
  }

  /** Returns an insert of very many rows as several. */
  private static List<MigrateOperation> inserts(MigrateOperation operation, OperationCode words) {
    if (!(operation instanceof BulkInsertOp insert)) {
      return List.of(operation);
    }
    int width = insert.accept(words).map(Code::width).orElse(0);
    int count = Math.min(insert.rows().size(), 1 + width / LONGEST_INSERT);
    if (count < 2) {
      return List.of(operation);
    }
    List<MigrateOperation> inserts = new ArrayList<>();
    int size = (insert.rows().size() + count - 1) / count;
    for (int i = 0; i < insert.rows().size(); i += size) {
      inserts.add(new BulkInsertOp(
          insert.table(),
          insert.columns(),
          insert.rows().subList(i, Math.min(i + size, insert.rows().size())),
          insert.multiInsert()));
    }
    return inserts;
  }

  private CodeBlock statement(MigrateOperation operation, Code code) {
    return CodeBlock.builder()
        .add(lossOf(operation).map(text -> comment(text, column)).orElse(CodeBlock.of("")))
        .add(code.layOut(column, 1))
        .add(";\n")
        .build();
  }

  private Code lambda(BatchAlterTableOp batch) {
    BatchCode words = new BatchCode(parts, batch.table());
    CodeBlock.Builder body = CodeBlock.builder().add("$L\n$>", LAMBDA);
    column += JAVAPOETS_INDENT;
    for (MigrateOperation operation : batch.operations()) {
      Optional<JavaSource> source = parts.ownSource("operation", operation);
      if (source.isPresent()) {
        ownStatement(source.get()).ifPresent(body::add);
      } else {
        words.of(operation).ifPresent(code -> body.add(statement(operation, code)));
      }
    }
    column -= JAVAPOETS_INDENT;
    return Code.own(body.add("$<}").build(), LAMBDA.length());
  }

  private Optional<String> lossOf(MigrateOperation operation) {
    if (!showsLosses) {
      return Optional.empty();
    }
    if (operation instanceof DropTableOp drop) {
      return Optional.of("loses data: the rows of table '" + drop.name() + "'");
    }
    if (operation instanceof DropColumnOp drop) {
      return Optional.of("loses data: the values of column '" + drop.column() + "' of table '"
          + drop.table() + "'");
    }
    if (!destructive.contains(operation)) {
      return Optional.empty();
    }
    if (operation instanceof AlterColumnOp alter) {
      return Optional.of("may lose data: values of column '" + alter.change().column()
          + "' of table '" + alter.table() + "' that its new type does not hold");
    }
    return operation instanceof ReplaceEnumValuesOp replace
        ? Optional.of("may lose data: the values that enumeration '"
            + replace.type().name() + "' no longer has")
        : Optional.empty();
  }

  /** Returns a comment, on as many lines as it takes. */
  static CodeBlock comment(String text, int column) {
    CodeBlock.Builder lines = CodeBlock.builder();
    StringBuilder line = new StringBuilder("//");
    for (String word : JavaText.inComment(text).split(" ", -1)) {
      if (line.length() > 2 && column + line.length() + 1 + word.length() > Code.WIDTH) {
        lines.add("$L\n", line.toString());
        line = new StringBuilder("//");
      }
      line.append(' ').append(word);
    }
    return lines.add("$L\n", line.toString()).build();
  }
}
