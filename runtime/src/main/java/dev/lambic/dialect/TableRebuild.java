package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.ColumnPosition;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ExecuteStatementOp;
import dev.lambic.operations.MigrateOperation.RenameTableOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes a table by building it anew under another name, copying its rows, and putting it in the old one's place.
 * Alembic's "move and copy".
 */
final class TableRebuild {
  private static final String PREFIX = "_alembic_tmp_";
  private static final int LONGEST_NAME = 50;

  private final Dialect dialect;
  private final BatchAlterTableOp operation;
  private final Table original;
  private final List<Moved> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final List<String> first = new ArrayList<>();
  private @Nullable String comment;
  private final TableName temporaryTable;
  private int created;
  private int dropped;

  /**
   * A column of the new table.
   *
   * @param key its name in the old table, or its own if it is new; the changes know it by that
   * @param column what it is in the new table
   * @param source what it is copied from, or null if it is new
   */
  private record Moved(String key, Column column, @Nullable String source) {}

  TableRebuild(Dialect dialect, BatchAlterTableOp operation) {
    this.dialect = dialect;
    this.operation = operation;
    BatchSettings settings = operation.settings();
    if (settings.copyFrom() == null) {
      throw new MigrationException(Problem.of(
              ProblemId.NEEDS_DATABASE,
              "The batch on table '" + operation.table() + "' builds the table anew on "
                  + dialect.id() + ", and has to ask the database what it looks like.")
          .fix("run the migration against the database itself.")
          .fix("describe the table: 'BatchSettings.AUTO.copyFrom(table)'."));
    }
    this.original = settings.copyFrom().named(operation.table());
    this.comment = original.comment();
    this.temporaryTable = original.name().sibling(temporaryName());
    takeOriginal();
  }

  /** The flags of its columns become what they stand for, so that each can be changed alone. */
  private void takeOriginal() {
    for (Column column : original.columns()) {
      if (column.isUnique() && !column.isIndexed()) {
        constraints.add(new Constraint.Unique(null, List.of(column.name())));
      }
      constraints.addAll(column.foreignKeys());
      SqlDefinitions.indexOf(column, original.name())
          .map(NamingConvention.STANDARD::name)
          .ifPresent(indexes::add);
      Column bare = withoutFlags(column).type(existing(column.type()));
      String source = dialect.quote(original.name()) + "." + dialect.quote(column.name());
      columns.add(new Moved(column.name().text(), bare, column.computed() == null ? source : null));
    }
    original.constraints().forEach(constraints::add);
    indexes.addAll(original.indexes());
  }

  /** Returns a table whose constraints have the names that a convention has for them. */
  static Table named(Table table, NamingConvention naming) {
    return table.with(
        table.columns(),
        table.constraints().stream()
            .map(constraint -> constraint.name() != null || constraint instanceof Constraint.Check
                ? constraint
                : naming.name(table.name(), constraint))
            .toList());
  }

  /** Returns the statements, in order. */
  List<String> statements() {
    operation.operations().forEach(this::apply);
    reorder();
    Table table = newTable();
    Table temporary = table.named(temporaryTable);
    boolean clashes = dialect.supports(Capability.SCHEMA_WIDE_CONSTRAINT_NAMES);
    boolean dropsFirst = clashes && dialect.hasTransactionalDdl();
    List<String> statements = new ArrayList<>(first);
    List<Constraint> later = new ArrayList<>();
    if (dropsFirst) {
      namedInBoth(table).forEach(name -> statements.addAll(dropOld(name)));
    } else if (clashes) {
      later.addAll(table.constraints().stream()
          .filter(constraint -> constraint.name() != null
              && !(constraint instanceof PrimaryKey)
              && isNamedInOriginal(constraint.name()))
          .toList());
      temporary = temporary.with(
          temporary.columns(),
          temporary.constraints().stream().filter(c -> !later.contains(c)).toList());
    }
    Dialect plain = dialect.with(dialect.settings().naming(NamingConvention.STANDARD));
    List<String> creation = plain.statements(new CreateTableOp(temporary));
    String own = dialect.quote(temporaryTable);
    creation.stream().takeWhile(sql -> !sql.contains(own)).forEach(statements::add);
    created = statements.size();
    creation.stream().dropWhile(sql -> !sql.contains(own)).forEach(statements::add);
    copyRows(temporaryTable).ifPresent(statements::add);
    if (!dialect.settings().isOffline()) {
      statements.addAll(dialect.continueNumbering(temporary));
    }
    dropped = statements.size();
    statements.addAll(plain.statements(new DropTableOp(original.name(), null)));
    statements.addAll(
        plain.statements(new RenameTableOp(temporaryTable, original.name().name())));
    later.forEach(constraint ->
        statements.addAll(plain.statements(new AddConstraintOp(original.name(), constraint))));
    indexes.forEach(index -> statements.addAll(dialect.statements(new CreateIndexOp(index))));
    return statements;
  }

  /** Returns what is left behind when so many of {@link #statements} were executed and the next one failed. */
  Optional<Leftover> leftover(int done) {
    statements();
    return done > created && done <= dropped
        ? Optional.of(new Leftover("DROP TABLE " + dialect.quote(temporaryTable), done - created))
        : Optional.empty();
  }

  private Name temporaryName() {
    String name = PREFIX + original.name().name().text();
    return Name.of(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }

  private List<Constraint> namedInBoth(Table table) {
    return table.constraints().stream()
        .filter(constraint -> constraint.name() != null && isNamedInOriginal(constraint.name()))
        .toList();
  }

  private boolean isNamedInOriginal(Name name) {
    return original.constraints().stream().anyMatch(constraint -> isNamed(constraint, name));
  }

  private List<String> dropOld(Constraint constraint) {
    return dialect
        .with(dialect.settings().naming(NamingConvention.STANDARD))
        .statements(new DropConstraintOp(
            original.name(), constraint.name(), constraint.kind(), false, constraint));
  }

  private Table newTable() {
    List<Constraint> all = new ArrayList<>(operation.settings().additions());
    all.addAll(constraints);
    Table table = new Table(
        original.name(),
        columns.stream().map(Moved::column).toList(),
        all,
        List.of(),
        comment,
        original.prefixes(),
        original.options());
    for (Map.Entry<String, Object> option :
        operation.settings().options().values().entrySet()) {
      table = table.with(option.getKey(), option.getValue());
    }
    return table;
  }

  private Optional<String> copyRows(TableName temporary) {
    List<Moved> copied =
        columns.stream().filter(moved -> moved.source() != null).toList();
    if (copied.isEmpty()) {
      return Optional.empty();
    }
    String names =
        copied.stream().map(moved -> dialect.quote(moved.column().name())).collect(joining());
    String values =
        copied.stream().map(moved -> Objects.requireNonNull(moved.source())).collect(joining());
    return Optional.of("INSERT INTO " + dialect.quote(temporary) + " (" + names + ") SELECT "
        + values + " FROM " + dialect.quote(original.name()));
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(", ");
  }

  private void apply(MigrateOperation change) {
    if (change instanceof AddColumnOp add) {
      addColumn(add);
    } else if (change instanceof DropColumnOp drop) {
      dropColumn(drop);
    } else if (change instanceof AlterColumnOp alter) {
      alterColumn(alter.change());
    } else if (change instanceof AddConstraintOp add) {
      addConstraint(add.constraint());
    } else if (change instanceof DropConstraintOp drop) {
      dropConstraint(drop);
    } else if (change instanceof CreateIndexOp create) {
      indexes.add(dialect.naming().name(create.index()));
    } else if (change instanceof DropIndexOp drop) {
      dropIndex(drop);
    } else if (change instanceof CreateTableCommentOp create) {
      comment = create.comment();
    } else if (change instanceof DropTableCommentOp) {
      comment = null;
    } else if (change instanceof ExecuteSqlOp || change instanceof ExecuteStatementOp) {
      first.addAll(dialect.statements(change));
    } else {
      throw Refusals.incomplete(
          "A batch that builds table '" + original.name() + "' anew cannot hold " + change + ".",
          "do that in front of the batch, or behind it.");
    }
  }

  private void addColumn(AddColumnOp add) {
    Column column = add.column();
    if (add.ifNotExists() && position(column.name().text()).isPresent()) {
      return;
    }
    List<Constraint> own = new ArrayList<>();
    if (column.isUnique() && !column.isIndexed()) {
      own.add(new Constraint.Unique(null, List.of(column.name())));
    }
    own.addAll(column.foreignKeys());
    own.forEach(this::addConstraint);
    SqlDefinitions.indexOf(column, original.name())
        .map(index -> dialect.naming().name(index))
        .ifPresent(indexes::add);
    columns.add(
        placeOf(add.position()), new Moved(column.name().text(), withoutFlags(column), null));
  }

  private static Column withoutFlags(Column column) {
    Column bare = column.unique(false).indexed(false).withoutConstraints();
    for (Constraint.Check check : column.checks()) {
      bare = bare.check(check);
    }
    return bare;
  }

  /** Behind a column of the old table means in front of the next one of it, behind what is new between them. */
  private int placeOf(@Nullable ColumnPosition place) {
    if (place == null) {
      return columns.size();
    }
    int at = require(place.column());
    if (!place.isBehind()) {
      return at;
    }
    int next = at + 1;
    while (next < columns.size() && isNew(columns.get(next)) && !isNew(columns.get(at))) {
      next++;
    }
    return next;
  }

  private boolean isNew(Moved moved) {
    return original.columns().stream()
        .noneMatch(column -> column.name().text().equals(moved.key()));
  }

  private void dropColumn(DropColumnOp drop) {
    String key = drop.column().text();
    if (drop.ifExists() && position(key).isEmpty()) {
      return;
    }
    Name name = columns.remove(require(drop.column())).column().name();
    List<Constraint> kept = new ArrayList<>();
    for (Constraint constraint : constraints) {
      List<Name> remaining =
          constraint.columns().stream().filter(column -> !isSame(column, name)).toList();
      if (remaining.size() == constraint.columns().size()) {
        kept.add(constraint);
      } else if (constraint instanceof PrimaryKey && !remaining.isEmpty()) {
        kept.add(constraint.over(remaining));
      }
    }
    replace(constraints, kept);
    indexes.removeIf(index -> refersTo(index, name));
  }

  private static boolean refersTo(Index index, Name column) {
    return index.elements().stream()
        .map(TableRebuild::bare)
        .anyMatch(element -> element instanceof Expression.ColumnReference reference
            && isSame(reference.column(), column));
  }

  private static Expression bare(Expression element) {
    return element instanceof Expression.Ordered ordered ? ordered.element() : element;
  }

  private void alterColumn(ColumnChange change) {
    int at = require(change.column());
    Moved moved = columns.get(at);
    ColumnFacts to = change.to();
    Column column = moved.column();
    String source = moved.source();
    if (to.type() != null) {
      source = source == null ? null : cast(source, column, to.type());
      column = column.type(existing(to.type()));
    }
    if (to.autoincrement() != null) {
      column = column.autoincrement(to.autoincrement());
    }
    if (to.serverDefault().isGiven()) {
      column = column.serverDefault(to.serverDefault().value());
    }
    if (to.nullable() != null) {
      column = column.nullable(to.nullable());
    }
    if (to.comment().isGiven()) {
      column = column.comment(to.comment().value());
    }
    if (change.newName() != null) {
      rename(column.name(), change.newName());
      column = column.named(change.newName());
    }
    columns.set(at, new Moved(moved.key(), column, source));
  }

  /** The type of an enumeration is there already, as it is when a column changes in place. */
  private SqlType existing(SqlType type) {
    SqlType resolved = dialect.resolve(type);
    if (resolved instanceof EnumType enumeration) {
      return enumeration.existing();
    }
    return resolved instanceof SqlType.ArrayType array
        ? new SqlType.ArrayType(existing(array.item()), array.dimensions())
        : type;
  }

  private String cast(String source, Column column, SqlType to) {
    SqlType from = dialect.resolve(column.type());
    if (from.family() == to.family() && (from.family() != TypeFamily.OTHER || from.equals(to))) {
      return source;
    }
    String type = dialect.castType(to);
    return type == null
        ? source
        : "CAST(" + source + " AS " + type + ") AS " + dialect.quote(column.name());
  }

  /** What refers to the column by its old name does so by the new one. */
  private void rename(Name from, Name to) {
    constraints.replaceAll(constraint -> {
      Constraint renamed = constraint.over(renamed(constraint.columns(), from, to));
      boolean isToItself =
          renamed instanceof Constraint.ForeignKey key && key.referent().equals(original.name());
      return isToItself
          ? ((Constraint.ForeignKey) renamed)
              .to(
                  original.name(),
                  renamed(((Constraint.ForeignKey) renamed).referentColumns(), from, to))
          : renamed;
    });
    indexes.replaceAll(index -> index.over(
        index.elements().stream().map(element -> renamed(element, from, to)).toList()));
  }

  private static List<Name> renamed(List<Name> names, Name from, Name to) {
    return names.stream().map(name -> isSame(name, from) ? to : name).toList();
  }

  private static Expression renamed(Expression element, Name from, Name to) {
    if (element instanceof Expression.Ordered ordered) {
      return new Expression.Ordered(renamed(ordered.element(), from, to), ordered.descending());
    }
    return element instanceof Expression.ColumnReference reference
            && isSame(reference.column(), from)
        ? new Expression.ColumnReference(to)
        : element;
  }

  private void addConstraint(Constraint constraint) {
    Constraint named = dialect.naming().name(original.name(), constraint);
    if (named.name() == null && !(named instanceof PrimaryKey)) {
      throw Refusals.incomplete(
          "A new constraint of table '" + original.name() + "' has no name.",
          "give it a name, or the context a naming convention.");
    }
    if (named instanceof PrimaryKey) {
      columns.replaceAll(
          moved -> new Moved(moved.key(), moved.column().primaryKey(false), moved.source()));
      constraints.removeIf(PrimaryKey.class::isInstance);
    }
    constraints.removeIf(
        other -> other.name() != null && named.name() != null && isNamed(other, named.name()));
    constraints.add(named);
  }

  private void dropConstraint(DropConstraintOp drop) {
    Name name = dialect.naming().name(original.name(), drop.kind(), drop.name(), drop.dropped());
    Optional<Constraint> dropped = constraints.stream()
        .filter(constraint -> name == null
            ? drop.kind() == ConstraintKind.PRIMARY_KEY && constraint instanceof PrimaryKey
            : isNamed(constraint, name))
        .findFirst();
    if (dropped.isPresent()) {
      constraints.remove(dropped.get());
      if (dropped.get() instanceof PrimaryKey key) {
        columns.replaceAll(moved -> key.columns().stream()
                .anyMatch(member -> isSame(member, moved.column().name()))
            ? new Moved(moved.key(), withoutKey(moved.column()), moved.source())
            : moved);
      }
    } else if (!dropTypeCheck(name) && !drop.ifExists()) {
      throw missing(
          "constraint", name, constraints.stream().map(Constraint::name).toList());
    }
  }

  private static Column withoutKey(Column column) {
    return column.nullable() == null
        ? column.primaryKey(false).notNull()
        : column.primaryKey(false);
  }

  /** The check of a boolean or an enumeration goes by its name too. */
  private boolean dropTypeCheck(@Nullable Name name) {
    for (int i = 0; i < columns.size(); i++) {
      Moved moved = columns.get(i);
      SqlType type = dialect.resolve(moved.column().type());
      if (type instanceof SqlType.BooleanType bool
          && bool.hasCheck()
          && bool.checkName() != null
          && name != null
          && isSame(bool.checkName(), name)) {
        columns.set(
            i,
            new Moved(moved.key(), moved.column().type(new SqlType.BooleanType()), moved.source()));
        return true;
      }
    }
    return false;
  }

  private void dropIndex(DropIndexOp drop) {
    Name name = dialect.droppedName(drop);
    Predicate<Index> isDropped = index -> index.name() != null && isSame(index.name(), name);
    if (!indexes.removeIf(isDropped) && !drop.ifExists()) {
      throw missing("index", name, indexes.stream().map(Index::name).toList());
    }
  }

  private MigrationException missing(
      String what, @Nullable Name name, List<? extends @Nullable Name> known) {
    List<String> names = new ArrayList<>();
    for (Name other : known) {
      if (other != null) {
        names.add(other.text());
      }
    }
    return new MigrationException(Problem.of(
            ProblemId.UNKNOWN_CONSTRAINT,
            "Table '" + original.name() + "' has no " + what + " '" + name + "'.")
        .with("found", names.isEmpty() ? "none" : String.join(", ", names))
        .didYouMean(NearMisses.of(String.valueOf(name), names)));
  }

  private Optional<Integer> position(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private int require(Name column) {
    List<String> known = columns.stream().map(Moved::key).toList();
    return position(column.text())
        .orElseThrow(() -> new MigrationException(Problem.of(
                ProblemId.UNKNOWN_COLUMN,
                "Table '" + original.name() + "' has no column '" + column + "'.")
            .with("columns", String.join(", ", known))
            .didYouMean(NearMisses.of(column.text(), known))));
  }

  /** Puts the columns into the given orders: round by round those whose predecessors are all placed. */
  private void reorder() {
    Map<String, List<String>> before = new LinkedHashMap<>();
    for (List<Name> order : operation.settings().partialReordering()) {
      for (int i = 1; i < order.size(); i++) {
        before
            .computeIfAbsent(order.get(i).text(), key -> new ArrayList<>())
            .add(order.get(i - 1).text());
      }
    }
    List<Moved> todo = new ArrayList<>(before.isEmpty() ? List.of() : columns);
    List<Moved> placed = new ArrayList<>();
    while (!todo.isEmpty()) {
      List<String> waiting = todo.stream().map(Moved::key).toList();
      List<Moved> round = todo.stream()
          .filter(moved ->
              before.getOrDefault(moved.key(), List.of()).stream().noneMatch(waiting::contains))
          .toList();
      if (round.isEmpty()) {
        throw Refusals.incomplete(
            "The orders of columns of table '" + original.name() + "' contradict each other: "
                + operation.settings().partialReordering() + ".",
            "leave out the order that is wrong.");
      }
      placed.addAll(round);
      todo.removeAll(round);
    }
    if (!placed.isEmpty()) {
      replace(columns, placed);
    }
  }

  private static boolean isNamed(Constraint constraint, Name name) {
    return constraint.name() != null && isSame(constraint.name(), name);
  }

  private static boolean isSame(Name left, Name right) {
    return left.text().equals(right.text());
  }

  private static <T> void replace(List<T> list, List<T> elements) {
    list.clear();
    list.addAll(elements);
  }
}
