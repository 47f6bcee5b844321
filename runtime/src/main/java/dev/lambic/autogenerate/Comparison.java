package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.autogenerate.Finding.Kind;
import dev.lambic.autogenerate.IncludeName.Parents;
import dev.lambic.autogenerate.IncludeObject.Candidate;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.InspectionScope;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Index;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.MetaData.FirstStatement;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a database with its target: new tables in the order of their references, each followed by its indexes; then
 * tables that go, those that refer to others first; then tables that change, by schema and name.
 */
final class Comparison {
  /** What Flyway and Liquibase keep for themselves; whoever comes from there keeps it as long as he likes. */
  private static final Set<String> OF_OTHER_TOOLS =
      Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

  final AutogenerateContext context;
  final AutogenerateOptions options;
  final Inspector inspector;
  final Plugins plugins;
  final List<Difference> differences = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final Trials trials;
  private final @Nullable String ownSchema;
  private final Snapshot database;
  private final Map<String, Table> actual = new TreeMap<>();
  private final Map<String, Table> wanted = new TreeMap<>();
  private final Map<String, List<FirstStatement>> firstStatements = new TreeMap<>();
  private final MetaData model;
  private final EnumTypes enums;

  Comparison(AutogenerateContext context, MetaData model) throws SQLException {
    this.context = context;
    this.options = context.options();
    this.plugins = new Plugins(options);
    this.inspector = context.inspector();
    this.model = model;
    Stream.concat(context.remarks().stream(), model.remarks().stream())
        .distinct()
        .forEach(remark -> findings.add(new Finding(Kind.NOT_COMPARED, remark)));
    this.ownSchema = inspector.ownSchema();
    this.database = inspector.read(new InspectionScope(this::readsSchema, this::readsTable));
    this.enums = new EnumTypes(this, database);
    database.tables().forEach(table -> actual.put(key(table.name()), table));
    for (Table table : model.tables()) {
      if (!isOfRuns(key(table.name()))) {
        wanted.put(key(table.name()), table);
      }
    }
    this.trials = new Trials(
        inspector,
        plugins.has(Plugins.DEFAULTS),
        wanted.entrySet().stream()
            .filter(entry -> actual.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList());
    for (FirstStatement statement : model.firstStatements()) {
      firstStatements
          .computeIfAbsent(key(statement.table()), key -> new ArrayList<>())
          .add(statement);
    }
  }

  private @Nullable String modelName(@Nullable String stored) {
    return stored == null ? null : inspector.named(stored).text();
  }

  private boolean readsSchema(@Nullable String schema) {
    return options.includeSchemas()
        ? options
            .includeName()
            .includes(modelName(schema), ObjectType.SCHEMA, new Parents(null, null))
        : schema == null;
  }

  private boolean readsTable(@Nullable String schema, String table) {
    Name schemaName = schema == null ? null : inspector.named(schema);
    TableName name = new TableName(schemaName, inspector.named(table));
    return !isOfRuns(key(name))
        && !isOfAnotherTool(name)
        && includesName(modelName(table), ObjectType.TABLE, new Parents(modelName(schema), null));
  }

  private boolean isOfAnotherTool(TableName table) {
    return OF_OTHER_TOOLS.contains(table.name().text().toLowerCase(Locale.ROOT))
        && model.tables().stream().noneMatch(known -> key(known.name()).equals(key(table)));
  }

  private boolean isOfRuns(String key) {
    return context.ownTables().stream().anyMatch(table -> key.equals(key(table)));
  }

  /** Returns what tells one table from another, in the order in which changes are listed. */
  String key(TableName table) {
    String schema = table.schema() == null ? "" : inspector.key(table.schema());
    boolean isOwn = ownSchema != null
        && table.schema() != null
        && schema.equals(inspector.key(inspector.named(ownSchema)));
    return (isOwn ? "" : schema) + "\0" + inspector.key(table.name());
  }

  boolean includesName(@Nullable String name, ObjectType type, Parents parents) {
    return options.includeName().includes(name, type, parents);
  }

  boolean includesObject(
      Object object,
      @Nullable Name name,
      ObjectType type,
      @Nullable TableName table,
      boolean isReflected,
      @Nullable Object compareTo) {
    return options
        .includeObject()
        .includes(new Candidate(
            object, name == null ? null : name.text(), type, table, isReflected, compareTo));
  }

  EnumTypes enums() {
    return enums;
  }

  void run() throws SQLException {
    if (!plugins.has(Plugins.SCHEMAS)) {
      return;
    }
    for (AutogenerateComparator comparator : options.comparators()) {
      comparator.compareSchema(
          context,
          database,
          List.copyOf(wanted.values()),
          operation -> differences.add(Difference.of(null, Stage.NO_TABLE, operation)));
    }
    Sequences sequences = new Sequences(this, database.sequences(), model.sequences());
    sequences.create();
    if (plugins.has(Plugins.TABLES)) {
      enums.compareValues(List.copyOf(wanted.values()));
      newTables();
      removedTables();
      changedTables();
      postponeReferences();
    }
    sequences.drop();
  }

  private List<Table> byName(Map<String, Table> tables, Map<String, Table> without) {
    return tables.entrySet().stream()
        .filter(entry -> !without.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(table -> table.name().toString()))
        .toList();
  }

  /** Where tables refer to each other in a circle, the keys that lead ahead come behind the last table. */
  private void newTables() {
    TableOrder order = new TableOrder(byName(wanted, actual), this::key);
    List<Difference> later = new ArrayList<>();
    for (Table model : order.sorted()) {
      TableName name = model.name();
      if (!includesObject(model, name.name(), ObjectType.TABLE, name, false, null)) {
        continue;
      }
      Table table = inspector.explicit(model);
      List<ForeignKey> ahead = context.dialect().supports(Capability.ALTER_CONSTRAINTS)
          ? table.foreignKeys().stream()
              .filter(key -> order.leadsAhead(model, key))
              .toList()
          : List.of();
      Table rest = without(ahead, table);
      Table created = rest.with(
              rest.columns().stream().map(enums::available).toList(), rest.constraints())
          .indexes(
              inspector.indexesForeignKeys() ? includedIndexes(table, name, false) : List.of());
      differences.add(Difference.of(name, Stage.NEW_TABLE, new CreateTableOp(created)));
      ahead.forEach(
          key -> later.add(Difference.of(name, Stage.NEW_TABLE, new AddConstraintOp(name, key))));
      for (Index index :
          created.indexes().isEmpty() ? includedIndexes(table, name, false) : List.<Index>of()) {
        differences.add(Difference.of(name, Stage.NEW_TABLE, new CreateIndexOp(index)));
      }
      own(name, Stage.NEW_TABLE, null, model);
      firstStatements(name);
    }
    differences.addAll(later);
  }

  /** Nothing undoes them: they go with the table. */
  private void firstStatements(TableName table) {
    for (FirstStatement statement : firstStatements.getOrDefault(key(table), List.of())) {
      differences.add(Difference.of(table, Stage.NEW_TABLE, new ExecuteSqlOp(statement.sql())));
    }
  }

  /**
   * Returns the indexes of a table that comes or goes. They come and go one by one, unless the database needs them for the
   * foreign keys of the table.
   */
  private List<Index> includedIndexes(Table table, TableName name, boolean isReflected) {
    if (!plugins.has(Plugins.CONSTRAINTS)) {
      return List.of();
    }
    return table.indexes().stream()
        .sorted(Comparator.comparing(index -> String.valueOf(index.name())))
        .filter(index -> !isReflected || includesName(index.name(), ObjectType.INDEX, name))
        .filter(
            index -> includesObject(index, index.name(), ObjectType.INDEX, name, isReflected, null))
        .toList();
  }

  private void removedTables() {
    List<Table> candidates = byName(actual, wanted).stream()
        .filter(table ->
            includesObject(table, table.name().name(), ObjectType.TABLE, table.name(), true, null))
        .toList();
    TableOrder order = new TableOrder(candidates, this::key);
    List<Table> removed = new ArrayList<>();
    order.sorted().forEach(table -> removed.add(0, withoutReferencesAhead(table, order)));
    for (Table read : removed) {
      Table table = inspector.asItIs(read);
      TableName name = table.name();
      List<Index> indexes = includedIndexes(table, name, true);
      if (!inspector.indexesForeignKeys()) {
        for (Index index : indexes) {
          DropIndexOp drop = new DropIndexOp(Objects.requireNonNull(index.name()), name, index);
          differences.add(Difference.of(name, Stage.REMOVED_TABLE, drop).destructive(true));
        }
      }
      Table dropped = table.indexes(inspector.indexesForeignKeys() ? indexes : List.of());
      differences.add(Difference.of(name, Stage.REMOVED_TABLE, new DropTableOp(name, dropped))
          .destructive(true));
      own(name, Stage.REMOVED_TABLE, table, null);
    }
    RenameGuess.ofTables(this, byName(wanted, actual), candidates);
  }

  boolean includesName(@Nullable Name name, ObjectType type, TableName table) {
    return includesName(
        name == null ? null : name.text(),
        type,
        new Parents(
            table.schema() == null ? null : table.schema().text(), table.name().text()));
  }

  /** A table cannot go while another one refers to it; returns what is left of the one that refers. */
  private Table withoutReferencesAhead(Table table, TableOrder order) {
    if (!context.dialect().supports(Capability.ALTER_CONSTRAINTS)) {
      return table;
    }
    List<ForeignKey> ahead = table.foreignKeys().stream()
        .filter(key -> key.name() != null && order.leadsAhead(table, key))
        .toList();
    for (ForeignKey key : ahead) {
      DropConstraintOp drop =
          new DropConstraintOp(table.name(), key.name(), ConstraintKind.FOREIGN_KEY, false, key);
      differences.add(Difference.of(table.name(), Stage.REMOVED_TABLE, drop).destructive(true));
    }
    return without(ahead, table);
  }

  /** Returns the columns of a table's primary key; none if the table is not known. */
  List<Name> primaryKeyOf(TableName name) {
    Table table = wanted.getOrDefault(key(name), actual.get(key(name)));
    return table == null
        ? List.of()
        : table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
  }

  /** Tells whether a table is one of those that go. */
  boolean isRemoved(TableName name) {
    Table table = actual.get(key(name));
    return table != null
        && !wanted.containsKey(key(name))
        && includesObject(table, table.name().name(), ObjectType.TABLE, name, true, null);
  }

  private void changedTables() throws SQLException {
    List<Difference> inTables = new ArrayList<>();
    int behindNewTables = firstRemoval();
    for (Map.Entry<String, Table> entry : wanted.entrySet()) {
      Table table = actual.get(entry.getKey());
      Table model = entry.getValue();
      if (table == null
          || !includesObject(
              model, model.name().name(), ObjectType.TABLE, model.name(), false, table)) {
        continue;
      }
      TableComparison comparison = new TableComparison(this, table, model);
      comparison.run();
      own(model.name(), Stage.CHANGED_TABLE, table, model, comparison.differences);
      comparison.dropColumns();
      differences.addAll(behindNewTables, comparison.beforeRemovals);
      behindNewTables += comparison.beforeRemovals.size();
      inTables.addAll(comparison.differences);
    }
    differences.addAll(inTables);
  }

  /** A new table that refers to columns which have yet to become unique gets that foreign key at the end. */
  private void postponeReferences() {
    if (!context.dialect().supports(Capability.ALTER_CONSTRAINTS)) {
      return;
    }
    List<Difference> later = new ArrayList<>();
    differences.replaceAll(difference -> {
      if (!(difference.operation() instanceof CreateTableOp create)) {
        return difference;
      }
      Table table = create.table();
      List<ForeignKey> early =
          table.foreignKeys().stream().filter(this::isEarly).toList();
      early.forEach(key -> later.add(
          Difference.of(table.name(), Stage.NEW_TABLE, new AddConstraintOp(table.name(), key))));
      List<Constraint> rest =
          table.constraints().stream().filter(c -> !early.contains(c)).toList();
      return early.isEmpty()
          ? difference
          : Difference.of(
              table.name(), Stage.NEW_TABLE, new CreateTableOp(table.with(table.columns(), rest)));
    });
    differences.addAll(later);
  }

  /** Returns a table without some of its foreign keys; a column that one of them kept from being numbered stays so. */
  private Table without(List<ForeignKey> keys, Table table) {
    List<Constraint> rest =
        table.constraints().stream().filter(c -> !keys.contains(c)).toList();
    Table stripped = table.with(table.columns(), rest);
    List<Column> columns = table.columns().stream()
        .map(
            column -> inspector.isNumbered(column, stripped) && !inspector.isNumbered(column, table)
                ? column.autoincrement(false)
                : column)
        .toList();
    return table.with(columns, rest);
  }

  private boolean isEarly(ForeignKey key) {
    Table referent = actual.get(key(key.referent()));
    if (referent == null || !wanted.containsKey(key(key.referent()))) {
      return false;
    }
    Set<String> columns = keys(key.referentColumns());
    return !columns.isEmpty()
        && referent.constraints().stream()
            .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
            .noneMatch(constraint -> keys(constraint.columns()).equals(columns))
        && referent.indexes().stream()
            .noneMatch(index -> index.isUnique() && keys(columnsOf(index)).equals(columns));
  }

  private static List<Name> columnsOf(Index index) {
    return index.elements().stream()
        .filter(ColumnReference.class::isInstance)
        .map(element -> ((ColumnReference) element).column())
        .toList();
  }

  private Set<String> keys(List<Name> names) {
    return names.stream().map(inspector::key).collect(Collectors.toCollection(TreeSet::new));
  }

  private int firstRemoval() {
    for (int i = 0; i < differences.size(); i++) {
      if (differences.get(i).stage() == Stage.REMOVED_TABLE) {
        return i;
      }
    }
    return differences.size();
  }

  private void own(TableName name, Stage stage, @Nullable Table table, @Nullable Table model) {
    own(name, stage, table, model, differences);
  }

  private void own(
      TableName name,
      Stage stage,
      @Nullable Table table,
      @Nullable Table model,
      List<Difference> found) {
    for (AutogenerateComparator comparator : options.comparators()) {
      if (plugins.has(comparator.name())) {
        comparator.compareTable(
            context,
            name,
            table,
            model,
            operation -> found.add(Difference.of(name, stage, operation)));
      }
    }
  }
}
