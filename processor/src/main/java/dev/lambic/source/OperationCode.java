package dev.lambic.source;

import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.BulkInsertOp;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropSchemaOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.operations.SqlStatement;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes operations as the directives of {@code op} that yield them. What no directive says is written as {@code
 * op.invoke(new ...)}. Nothing comes of an operation that is about a part which the user leaves out.
 */
final class OperationCode implements MigrateOperation.Visitor<Optional<Code>> {
  private final SchemaCode parts;
  private final ChangeCode changes;
  private final Function<BatchAlterTableOp, Code> body;

  /**
   * @param body writes what a batch does, as a lambda expression
   */
  OperationCode(SchemaCode parts, Function<BatchAlterTableOp, Code> body) {
    this.parts = parts;
    this.changes = new ChangeCode(parts);
    this.body = body;
  }

  private static Optional<Code> op(String directive, Code... arguments) {
    return Optional.of(Code.call("op." + directive, arguments));
  }

  private Optional<Code> invoke(MigrateOperation operation) {
    return op("invoke", parts.construction(operation));
  }

  @Override
  public Optional<Code> createTable(CreateTableOp operation) {
    Table table = operation.table();
    if (operation.ifNotExists()) {
      return invoke(operation);
    }
    if (!SchemaCode.isPlain(table)) {
      return op("createTable", parts.of(table));
    }
    List<Code> arguments = new ArrayList<>(List.of(parts.shortName(table.name())));
    arguments.addAll(parts.elements(table));
    return op("createTable", arguments.toArray(Code[]::new));
  }

  /** What a table looked like counts only where types were created with it. */
  @Override
  public Optional<Code> dropTable(DropTableOp operation) {
    DropTableOp brief = Remembered.briefly(operation);
    Table dropped = brief.dropped();
    if (brief.equals(new DropTableOp(operation.name(), null))) {
      return op("dropTable", parts.shortName(operation.name()));
    }
    return dropped != null && brief.equals(new DropTableOp(dropped.name(), dropped))
        ? op("dropTable", parts.of(dropped))
        : invoke(brief);
  }

  @Override
  public Optional<Code> renameTable(RenameTableOp operation) {
    return SchemaCode.isPlain(operation.newName())
        ? op(
            "renameTable", parts.shortName(operation.table()), parts.shortName(operation.newName()))
        : invoke(operation);
  }

  @Override
  public Optional<Code> addColumn(AddColumnOp operation) {
    return operation.equals(new AddColumnOp(operation.table(), operation.column()))
        ? parts
            .column(operation.column())
            .flatMap(column -> op("addColumn", parts.shortName(operation.table()), column))
        : invoke(operation);
  }

  @Override
  public Optional<Code> dropColumn(DropColumnOp operation) {
    DropColumnOp brief = Remembered.briefly(operation);
    Code table = parts.shortName(operation.table());
    if (brief.equals(new DropColumnOp(operation.table(), operation.column(), null))
        && SchemaCode.isPlain(operation.column())) {
      return op("dropColumn", table, parts.shortName(operation.column()));
    }
    Column dropped = brief.dropped();
    return dropped != null
            && brief.equals(new DropColumnOp(operation.table(), dropped.name(), dropped))
        ? parts.column(dropped).flatMap(column -> op("dropColumn", table, column))
        : invoke(brief);
  }

  @Override
  public Optional<Code> alterColumn(AlterColumnOp operation) {
    return op(
        "alterColumn", parts.shortName(operation.table()), changes.change(operation.change()));
  }

  @Override
  public Optional<Code> createIndex(CreateIndexOp operation) {
    return operation.ifNotExists()
        ? invoke(operation)
        : parts.index(operation.index()).flatMap(index -> op("createIndex", index));
  }

  @Override
  public Optional<Code> dropIndex(DropIndexOp operation) {
    Name name = operation.name();
    if (name != null
        && operation.table() != null
        && Remembered.briefly(operation).equals(new DropIndexOp(name, operation.table(), null))) {
      return op("dropIndex", parts.shortName(name), parts.shortName(operation.table()));
    }
    Index dropped = operation.dropped();
    return dropped != null && new CreateIndexOp(dropped).reverse().equals(Optional.of(operation))
        ? parts.index(dropped).flatMap(index -> op("dropIndex", index))
        : invoke(Remembered.briefly(operation));
  }

  @Override
  public Optional<Code> addConstraint(AddConstraintOp operation) {
    return parts
        .constraint(operation.constraint())
        .flatMap(
            constraint -> op("createConstraint", parts.shortName(operation.table()), constraint));
  }

  @Override
  public Optional<Code> dropConstraint(DropConstraintOp operation) {
    Name name = operation.name();
    Constraint dropped = operation.dropped();
    if (name == null || operation.kind() == null || operation.ifExists()) {
      boolean isDescribed = dropped != null
          && new AddConstraintOp(operation.table(), dropped)
              .reverse()
              .equals(Optional.of(operation));
      return dropped != null && isDescribed
          ? parts
              .constraint(dropped)
              .flatMap(constraint -> op("dropConstraint", parts.of(operation.table()), constraint))
          : invoke(Remembered.briefly(operation));
    }
    Code kind = parts.of(operation.kind());
    return SchemaCode.isPlain(name) && !SchemaCode.isPlain(operation.table())
        ? op("dropConstraint", parts.of(name), parts.of(operation.table()), kind)
        : op("dropConstraint", parts.shortName(name), parts.shortName(operation.table()), kind);
  }

  @Override
  public Optional<Code> createTableComment(CreateTableCommentOp operation) {
    if (!SchemaCode.isPlain(operation.table())) {
      return invoke(operation);
    }
    Stream<String> texts = operation.existing() == null
        ? Stream.of(operation.comment())
        : Stream.of(operation.comment(), operation.existing());
    return op(
        "createTableComment",
        Stream.concat(Stream.of(parts.shortName(operation.table())), texts.map(parts::of))
            .toArray(Code[]::new));
  }

  @Override
  public Optional<Code> dropTableComment(DropTableCommentOp operation) {
    return SchemaCode.isPlain(operation.table())
        ? op("dropTableComment", parts.shortName(operation.table()))
        : invoke(Remembered.briefly(operation));
  }

  @Override
  public Optional<Code> createSequence(CreateSequenceOp operation) {
    return operation.ifNotExists()
        ? invoke(operation)
        : op("createSequence", parts.of(operation.sequence()));
  }

  @Override
  public Optional<Code> dropSequence(DropSequenceOp operation) {
    return operation.ifExists() || !SchemaCode.isPlain(operation.name())
        ? invoke(Remembered.briefly(operation))
        : op("dropSequence", parts.shortName(operation.name()));
  }

  @Override
  public Optional<Code> createSchema(CreateSchemaOp operation) {
    return operation.ifNotExists() || !SchemaCode.isPlain(operation.name())
        ? invoke(operation)
        : op("createSchema", parts.shortName(operation.name()));
  }

  @Override
  public Optional<Code> dropSchema(DropSchemaOp operation) {
    return operation.ifExists() || operation.cascade() || !SchemaCode.isPlain(operation.name())
        ? invoke(operation)
        : op("dropSchema", parts.shortName(operation.name()));
  }

  @Override
  public Optional<Code> createEnum(CreateEnumOp operation) {
    return op("createEnum", parts.type(operation.type()));
  }

  @Override
  public Optional<Code> dropEnum(DropEnumOp operation) {
    return operation.ifExists() || !SchemaCode.isPlain(operation.name())
        ? invoke(Remembered.briefly(operation))
        : op("dropEnum", parts.shortName(operation.name()));
  }

  @Override
  public Optional<Code> addEnumValue(AddEnumValueOp operation) {
    boolean hasWords = !operation.ifNotExists()
        && SchemaCode.isPlain(operation.type())
        && (operation.neighbour() != null || !operation.isBehind());
    if (!hasWords) {
      return invoke(operation);
    }
    Code type = parts.shortName(operation.type());
    Code value = parts.of(operation.value());
    return operation.neighbour() == null
        ? op("addEnumValue", type, value)
        : op(
            operation.isBehind() ? "addEnumValueAfter" : "addEnumValueBefore",
            type,
            value,
            parts.of(operation.neighbour()));
  }

  @Override
  public Optional<Code> renameEnumValue(RenameEnumValueOp operation) {
    return SchemaCode.isPlain(operation.type())
        ? op(
            "renameEnumValue",
            parts.shortName(operation.type()),
            parts.of(operation.value()),
            parts.of(operation.newValue()))
        : invoke(operation);
  }

  @Override
  public Optional<Code> replaceEnumValues(ReplaceEnumValuesOp operation) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(parts.type(operation.type()));
    arguments.add(parts.of(operation.replacements()));
    operation.uses().forEach(use -> arguments.add(parts.construction(use)));
    return op("replaceEnumValues", arguments.toArray(Code[]::new));
  }

  @Override
  public Optional<Code> bulkInsert(BulkInsertOp operation) {
    return operation.multiInsert() && SchemaCode.isPlain(operation.table())
        ? op(
            "bulkInsert",
            parts.shortName(operation.table()),
            parts.of(operation.columns()),
            parts.rows(operation.rows()))
        : op(
            "invoke",
            Code.create(
                BulkInsertOp.class,
                List.of(
                    parts.of(operation.table()),
                    parts.of(operation.columns()),
                    parts.rows(operation.rows()),
                    parts.of(operation.multiInsert()))));
  }

  @Override
  public Optional<Code> executeSql(ExecuteSqlOp operation) {
    return op("execute", parts.of(operation.sql()));
  }

  @Override
  public Optional<Code> executeStatement(ExecuteStatementOp operation) {
    SqlStatement statement = operation.statement();
    Code code = Code.call(SqlStatement.class, "statement", parts.of(statement.sql()));
    for (Map.Entry<String, Literal> bound : statement.values().entrySet()) {
      Code name = Code.string(bound.getKey());
      Code value = parts.of(bound.getValue().value());
      code = bound.getValue().type() == null
          ? code.dot("bind", name, value)
          : code.dot("bind", name, value, parts.type(bound.getValue().type()));
    }
    return op("execute", code);
  }

  @Override
  public Optional<Code> batchAlterTable(BatchAlterTableOp operation) {
    Code lambda = body.apply(operation);
    BatchSettings settings = operation.settings();
    return settings.equals(BatchSettings.AUTO) && SchemaCode.isPlain(operation.table())
        ? op("batchAlterTable", parts.shortName(operation.table()), lambda)
        : op("batchAlterTable", parts.of(operation.table()), changes.settings(settings), lambda);
  }

  @Override
  public Optional<Code> customOperation(CustomOperation operation) {
    return invoke(operation);
  }
}
