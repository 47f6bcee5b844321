package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
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
import dev.lambic.operations.Operations;
import dev.lambic.operations.SqlStatement;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database would hold after operations have been carried out on an empty one. What cannot be followed is remarked
 * upon, in the name of the revision that does it.
 */
final class SchemaFold implements MigrateOperation.Visitor<Boolean> {
  /** What begins statements that leave tables as they are. */
  private static final Set<String> HARMLESS = new TreeSet<>(List.of(
      "ANALYZE",
      "DELETE",
      "GRANT",
      "INSERT",
      "LOCK",
      "MERGE",
      "REPLACE",
      "REVOKE",
      "SELECT",
      "TRUNCATE",
      "UPDATE"));

  private final Dialect dialect;
  private final Inspector inspector;
  private final TableFold tableFold;
  private final EnumFold enumFold;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Sequence> sequences = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Operations operations;
  private String revision = "";

  /**
   * Begins with an empty database.
   *
   * @param operations what operations of users' own are carried out with; it leads back here
   */
  SchemaFold(Dialect dialect, Operations operations) {
    this.dialect = dialect;
    this.operations = operations;
    this.inspector = Inspector.of(dialect, snapshot(List.of(), List.of()));
    this.tableFold = new TableFold(inspector);
    this.enumFold = new EnumFold(inspector);
  }

  /** Says whose operations come next. */
  void enter(String label) {
    revision = label;
  }

  void remark(String what) {
    remarks.add("Revision '" + revision + "' " + what);
  }

  List<String> remarks() {
    return remarks.stream().distinct().toList();
  }

  /** Returns what is there now, as if it had been read. */
  Snapshot snapshot() {
    List<Table> complete = tables.values().stream()
        .map(table -> table.with(
            table.columns().stream().map(enumFold::current).toList(), table.constraints()))
        .toList();
    return new Snapshot(
        dialect.settings().defaultSchema(),
        complete,
        List.copyOf(sequences.values()),
        enumFold.all());
  }

  private Snapshot snapshot(List<Table> known, List<Sequence> numbers) {
    return new Snapshot(dialect.settings().defaultSchema(), known, numbers, List.of());
  }

  private String key(TableName name) {
    Name schema = name.schema();
    String stored = schema == null ? "" : inspector.key(schema);
    boolean isOwn = stored.equals(dialect.settings().defaultSchema());
    return (isOwn ? "" : stored) + "\0" + inspector.key(name.name());
  }

  private boolean change(TableName name, String what, UnaryOperator<Table> change) {
    boolean isKnown =
        tables.computeIfPresent(key(name), (key, table) -> change.apply(table)) != null;
    if (!isKnown) {
      remark(what + " table '" + name + "', which no operation before it has created.");
    }
    return isKnown;
  }

  @Override
  public Boolean createTable(CreateTableOp operation) {
    Table table = operation.table();
    if (!tables.containsKey(key(table.name()))) {
      boolean isTemporary = table.prefixes().stream()
          .anyMatch(prefix -> prefix.toUpperCase(Locale.ROOT).contains("TEMP"));
      if (!isTemporary) {
        enumFold.createdWith(table.columns());
        tables.put(key(table.name()), tableFold.created(table));
      }
    } else if (!operation.ifNotExists()) {
      remark("creates table '" + table.name() + "', which is there already.");
    }
    return true;
  }

  @Override
  public Boolean dropTable(DropTableOp operation) {
    if (operation.dropped() != null) {
      enumFold.droppedWith(operation.dropped().columns());
    }
    if (tables.remove(key(operation.name())) == null && !operation.ifExists()) {
      remark("drops table '" + operation.name() + "', which no operation before it has created.");
    }
    return true;
  }

  @Override
  public Boolean renameTable(RenameTableOp operation) {
    TableName renamed = operation.table().sibling(operation.newName());
    Table table = tables.remove(key(operation.table()));
    if (table == null) {
      remark(
          "renames table '" + operation.table() + "', which no operation before it has created.");
      return true;
    }
    tables.put(key(renamed), table.named(renamed));
    tables.replaceAll((key, other) -> tableFold.referring(other, operation.table(), renamed));
    return true;
  }

  @Override
  public Boolean addColumn(AddColumnOp operation) {
    return change(operation.table(), "adds a column to", table -> {
      if (tableFold.column(table, operation.column().name()).isPresent()) {
        if (!operation.ifNotExists()) {
          remark("adds column '" + operation.column().name() + "' to table '" + table.name()
              + "', which has it already.");
        }
        return table;
      }
      enumFold.createdWith(List.of(operation.column()));
      return tableFold.withColumn(table, operation.column());
    });
  }

  @Override
  public Boolean dropColumn(DropColumnOp operation) {
    return change(operation.table(), "drops a column of", table -> {
      if (tableFold.column(table, operation.column()).isEmpty()) {
        if (!operation.ifExists()) {
          remark("drops column '" + operation.column() + "' of table '" + table.name()
              + "', which no operation before it has created.");
        }
        return table;
      }
      if (operation.dropped() != null) {
        enumFold.droppedWith(List.of(operation.dropped()));
      }
      return tableFold.withoutColumn(table, operation.column());
    });
  }

  @Override
  public Boolean alterColumn(AlterColumnOp operation) {
    Name column = operation.change().column();
    boolean isKnown = change(operation.table(), "changes a column of", table -> {
      if (tableFold.column(table, column).isEmpty()) {
        remark("changes column '" + column + "' of table '" + table.name()
            + "', which no operation before it has created.");
        return table;
      }
      return tableFold.changed(table, operation.change());
    });
    Name newName = operation.change().newName();
    if (isKnown && newName != null) {
      tables.replaceAll(
          (key, other) -> tableFold.referring(other, operation.table(), column, newName));
    }
    return true;
  }

  @Override
  public Boolean createIndex(CreateIndexOp operation) {
    return change(
        operation.index().table(),
        "creates an index on",
        table -> tableFold.with(table, operation.index()));
  }

  @Override
  public Boolean dropIndex(DropIndexOp operation) {
    Name name = operation.name() != null
        ? operation.name()
        : dialect
            .settings()
            .naming()
            .name(Objects.requireNonNull(operation.dropped()))
            .name();
    TableName owner = operation.table();
    for (Map.Entry<String, Table> entry : tables.entrySet()) {
      if (owner == null || entry.getKey().equals(key(owner))) {
        Optional<Table> changed =
            tableFold.withoutIndex(entry.getValue(), Objects.requireNonNull(name));
        if (changed.isPresent()) {
          entry.setValue(changed.get());
          return true;
        }
      }
    }
    if (!operation.ifExists()) {
      remark("drops index '" + name + "', which no operation before it has created.");
    }
    return true;
  }

  @Override
  public Boolean addConstraint(AddConstraintOp operation) {
    return change(
        operation.table(),
        "adds a constraint to",
        table -> tableFold.with(table, operation.constraint()));
  }

  @Override
  public Boolean dropConstraint(DropConstraintOp operation) {
    return change(operation.table(), "drops a constraint of", table -> {
      Optional<Constraint> dropped = tableFold.dropped(table, operation);
      if (dropped.isPresent()) {
        return tableFold.without(table, dropped.get());
      }
      Optional<Table> withoutIndex = operation.name() == null
          ? Optional.empty()
          : tableFold.withoutIndex(table, operation.name());
      if (withoutIndex.isEmpty() && !operation.ifExists()) {
        remark("drops constraint '" + operation.name() + "' of table '" + table.name()
            + "', which no operation before it has created under that name.");
      }
      return withoutIndex.orElse(table);
    });
  }

  @Override
  public Boolean createTableComment(CreateTableCommentOp operation) {
    return change(operation.table(), "comments on", table -> table.comment(operation.comment()));
  }

  @Override
  public Boolean dropTableComment(DropTableCommentOp operation) {
    return change(operation.table(), "drops the comment of", table -> table.comment(null));
  }

  @Override
  public Boolean createSequence(CreateSequenceOp operation) {
    sequences.putIfAbsent(key(operation.sequence().name()), operation.sequence());
    return true;
  }

  @Override
  public Boolean dropSequence(DropSequenceOp operation) {
    if (sequences.remove(key(operation.name())) == null && !operation.ifExists()) {
      remark(
          "drops sequence '" + operation.name() + "', which no operation before it has created.");
    }
    return true;
  }

  @Override
  public Boolean createSchema(CreateSchemaOp operation) {
    return true;
  }

  @Override
  public Boolean dropSchema(DropSchemaOp operation) {
    String prefix = inspector.key(operation.name()) + "\0";
    tables.keySet().removeIf(key -> key.startsWith(prefix));
    sequences.keySet().removeIf(key -> key.startsWith(prefix));
    return true;
  }

  @Override
  public Boolean createEnum(CreateEnumOp operation) {
    enumFold.create(operation.type());
    return true;
  }

  @Override
  public Boolean dropEnum(DropEnumOp operation) {
    enumFold.drop(operation.name());
    return true;
  }

  @Override
  public Boolean addEnumValue(AddEnumValueOp operation) {
    return known(enumFold.add(operation), operation.type());
  }

  @Override
  public Boolean renameEnumValue(RenameEnumValueOp operation) {
    return known(enumFold.rename(operation), operation.type());
  }

  @Override
  public Boolean replaceEnumValues(ReplaceEnumValuesOp operation) {
    return known(enumFold.replace(operation), operation.type().typeName());
  }

  private boolean known(boolean isKnown, @Nullable TableName type) {
    if (!isKnown) {
      remark("changes the enumeration '" + type + "', which no operation before it has created.");
    }
    return isKnown;
  }

  @Override
  public Boolean bulkInsert(BulkInsertOp operation) {
    return true;
  }

  @Override
  public Boolean executeSql(ExecuteSqlOp operation) {
    return execute(operation.sql());
  }

  @Override
  public Boolean executeStatement(ExecuteStatementOp operation) {
    return execute(operation.statement().parts().stream()
        .map(SqlStatement.Part::text)
        .collect(Collectors.joining()));
  }

  private boolean execute(String sql) {
    if (!HARMLESS.contains(dialect.firstWord(sql))) {
      String line = sql.strip().lines().findFirst().orElse("");
      remark("executes SQL whose effect on tables is not known: '" + line + "'.");
    }
    return true;
  }

  @Override
  public Boolean batchAlterTable(BatchAlterTableOp operation) {
    Table known = operation.settings().copyFrom();
    if (known != null && dialect.rebuilds(operation)) {
      tables.put(key(operation.table()), tableFold.created(known.named(operation.table())));
    }
    operation
        .settings()
        .additions()
        .forEach(constraint -> addConstraint(new AddConstraintOp(operation.table(), constraint)));
    for (MigrateOperation change : operation.operations()) {
      change.accept(this);
    }
    return true;
  }

  @Override
  public Boolean customOperation(CustomOperation operation) {
    operation.run(operations);
    return true;
  }
}
