package dev.lambic.autogenerate;

import dev.lambic.dialect.Inspector;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a table when an operation changes it. Tables are as {@link Inspector#explicit} makes them. */
final class TableFold {
  private final Inspector inspector;
  private final ColumnFold columnFold;
  private final NamingConvention naming;

  TableFold(Inspector inspector) {
    this.inspector = inspector;
    this.columnFold = new ColumnFold(inspector);
    this.naming = inspector.dialect().settings().naming();
  }

  Table created(Table table) {
    Table explicit = inspector.explicit(table);
    List<Column> columns = explicit.columns().stream()
        .map(column -> columnFold.created(column, explicit))
        .toList();
    Table created = explicit.with(columns, explicit.constraints()).indexes(List.of());
    for (Index index : explicit.indexes()) {
      created = with(created, index);
    }
    return created;
  }

  boolean isSame(@Nullable Name left, Name right) {
    return left != null && key(left).equals(key(right));
  }

  private String key(Name name) {
    return inspector.key(Name.of(inspector.writtenName(name)));
  }

  Optional<Column> column(Table table, Name name) {
    return table.columns().stream()
        .filter(column -> isSame(column.name(), name))
        .findFirst();
  }

  Table withColumn(Table table, Column column) {
    Table alone = created(Table.of(table.name(), column));
    List<Column> columns = new ArrayList<>(table.columns());
    columns.addAll(alone.columns());
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.addAll(alone.constraints());
    List<Index> indexes = new ArrayList<>(table.indexes());
    indexes.addAll(alone.indexes());
    return table.with(columns, constraints).indexes(indexes);
  }

  /** With a column go the keys, references, conditions and indexes that it is part of. */
  Table withoutColumn(Table table, Name name) {
    List<Column> columns =
        table.columns().stream().filter(column -> !isSame(column.name(), name)).toList();
    List<Constraint> constraints = table.constraints().stream()
        .filter(constraint -> constraint.columns().stream().noneMatch(each -> isSame(each, name))
            && !(constraint instanceof Check check
                && inspector.mentions(inspector.sql(check.condition()), name)))
        .toList();
    List<Index> indexes = table.indexes().stream()
        .filter(index -> index.elements().stream().noneMatch(element -> isOf(element, name)))
        .toList();
    return table.with(columns, constraints).indexes(indexes);
  }

  private boolean isOf(Expression element, Name column) {
    if (element instanceof Ordered ordered) {
      return isOf(ordered.element(), column);
    }
    return element instanceof ColumnReference reference
        ? isSame(reference.column(), column)
        : inspector.mentions(inspector.sql(element), column);
  }

  Table changed(Table table, ColumnChange change) {
    List<Column> columns = table.columns().stream()
        .map(column ->
            isSame(column.name(), change.column()) ? columnFold.changed(column, change) : column)
        .toList();
    Table changed = table.with(columns, table.constraints());
    return change.newName() == null ? changed : renamed(changed, change.column(), change.newName());
  }

  private Table renamed(Table table, Name from, Name to) {
    List<Column> columns = table.columns().stream()
        .map(column -> columnFold.afterRename(column, from, to))
        .toList();
    List<Constraint> constraints = table.constraints().stream()
        .map(constraint -> constraint instanceof Check check
            ? new Check(check.name(), renamed(check.condition(), from, to), check.options())
            : constraint.over(renamed(constraint.columns(), from, to)))
        .toList();
    List<Index> indexes = table.indexes().stream()
        .map(index -> index.over(
            index.elements().stream().map(element -> renamed(element, from, to)).toList()))
        .toList();
    return table.with(columns, constraints).indexes(indexes);
  }

  private List<Name> renamed(List<Name> names, Name from, Name to) {
    return names.stream().map(name -> isSame(name, from) ? to : name).toList();
  }

  private Expression renamed(Expression element, Name from, Name to) {
    if (element instanceof Ordered ordered) {
      return new Ordered(renamed(ordered.element(), from, to), ordered.descending());
    }
    if (element instanceof ColumnReference reference) {
      return isSame(reference.column(), from) ? new ColumnReference(to) : element;
    }
    return element instanceof SqlText text
        ? new SqlText(inspector.renamedIn(text.sql(), from, to))
        : element;
  }

  /** What refers to a column of another table does so by its new name. */
  Table referring(Table table, TableName referent, Name from, Name to) {
    return withForeignKeys(
        table,
        key -> isSame(key.referent(), referent)
            ? key.to(key.referent(), renamed(key.referentColumns(), from, to))
            : key);
  }

  /** What refers to a table does so by its new name. */
  Table referring(Table table, TableName from, TableName to) {
    return withForeignKeys(
        table, key -> isSame(key.referent(), from) ? key.to(to, key.referentColumns()) : key);
  }

  private static Table withForeignKeys(
      Table table, java.util.function.UnaryOperator<ForeignKey> change) {
    List<Constraint> constraints = table.constraints().stream()
        .map(constraint -> constraint instanceof ForeignKey key ? change.apply(key) : constraint)
        .toList();
    return table.with(table.columns(), constraints);
  }

  private boolean isSame(TableName left, TableName right) {
    return isSame(left.name(), right.name())
        && (left.schema() == null
            ? right.schema() == null
            : right.schema() != null && isSame(left.schema(), right.schema()));
  }

  /** The columns of a primary key hold no NULL any more. */
  Table with(Table table, Constraint constraint) {
    Constraint named = naming.name(table.name(), constraint);
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(named);
    List<Column> columns = table.columns();
    if (named instanceof PrimaryKey key) {
      columns = columns.stream()
          .map(column -> key.columns().stream().anyMatch(each -> isSame(each, column.name()))
              ? column.notNull()
              : column)
          .toList();
    }
    return table.with(columns, constraints);
  }

  /** Returns the constraint that an operation drops; one that the database has named goes by its kind, if it is alone. */
  Optional<Constraint> dropped(Table table, DropConstraintOp drop) {
    Name name = naming.name(table.name(), drop.kind(), drop.name(), drop.dropped());
    List<Constraint> ofKind = table.constraints().stream()
        .filter(constraint -> drop.kind() == null || constraint.kind() == drop.kind())
        .toList();
    if (name != null) {
      Optional<Constraint> named =
          ofKind.stream().filter(constraint -> isSame(constraint.name(), name)).findFirst();
      if (named.isPresent()) {
        return named;
      }
    }
    if (drop.kind() == ConstraintKind.PRIMARY_KEY) {
      return ofKind.stream().findFirst();
    }
    List<Constraint> unnamed = ofKind.stream()
        .filter(constraint -> constraint.name() == null
            && (drop.kind() != null || isInvented(table, constraint, name))
            && isMeant(constraint, drop.dropped()))
        .toList();
    Optional<Constraint> invented = unnamed.stream()
        .filter(constraint -> isInvented(table, constraint, name))
        .findFirst();
    if (invented.isPresent()) {
      return invented;
    }
    return unnamed.size() == 1 ? Optional.of(unnamed.get(0)) : Optional.empty();
  }

  private boolean isInvented(Table table, Constraint constraint, @Nullable Name name) {
    return name != null && isSame(inspector.inventedName(table.name(), constraint), name);
  }

  private static boolean isMeant(Constraint constraint, @Nullable Constraint dropped) {
    return dropped == null
        || (dropped.kind() == constraint.kind()
            && dropped.columns().toString().equals(constraint.columns().toString()));
  }

  Table without(Table table, Constraint constraint) {
    return table.with(
        table.columns(),
        table.constraints().stream().filter(each -> !each.equals(constraint)).toList());
  }

  /** Where both are the same, the catalogue knows a unique index as a constraint. */
  Table with(Table table, Index index) {
    Index named = naming.name(index.onTable(table.name()));
    boolean isConstraint = inspector.hasUniqueIndexesAlone()
        && named.isUnique()
        && named.options().values().isEmpty()
        && named.elements().stream().allMatch(ColumnReference.class::isInstance);
    if (isConstraint) {
      List<Name> columns = named.elements().stream()
          .map(element -> ((ColumnReference) element).column())
          .toList();
      return with(table, new Unique(named.name(), columns));
    }
    List<Index> indexes = new ArrayList<>(table.indexes());
    indexes.add(named);
    return table.indexes(indexes);
  }

  /** Returns the table without an index, or nothing if it has none of that name. */
  Optional<Table> withoutIndex(Table table, Name name) {
    List<Index> rest =
        table.indexes().stream().filter(index -> !isSame(index.name(), name)).toList();
    if (rest.size() < table.indexes().size()) {
      return Optional.of(table.indexes(rest));
    }
    return inspector.hasUniqueIndexesAlone()
        ? table.constraints().stream()
            .filter(constraint -> constraint instanceof Unique && isSame(constraint.name(), name))
            .findFirst()
            .map(constraint -> without(table, constraint))
        : Optional.empty();
  }
}
