package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.dialect.Capability;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares foreign keys by what they do; their names do not count. First those that go, then those that are new. */
final class ForeignKeys {
  private final TableComparison table;
  private final Comparison comparison;

  /** What a foreign key does. */
  private record Meaning(
      List<String> columns,
      String referent,
      List<String> referentColumns,
      String onDelete,
      String onUpdate,
      boolean isDeferrable,
      boolean isDeferred,
      String match) {}

  private final Map<Meaning, ForeignKey> actual = new LinkedHashMap<>();
  private final Map<Meaning, ForeignKey> wanted = new LinkedHashMap<>();
  private final List<ForeignKey> removed = new ArrayList<>();

  ForeignKeys(TableComparison table) {
    this.table = table;
    this.comparison = table.comparison;
    for (ForeignKey key : table.actual.foreignKeys()) {
      if (comparison.includesName(key.name(), ObjectType.FOREIGN_KEY_CONSTRAINT, table.name)) {
        actual.put(meaning(key), key);
      }
    }
    table.wanted.foreignKeys().forEach(key -> wanted.put(meaning(key), key));
    actual.forEach((meaning, key) -> {
      if (!wanted.containsKey(meaning) && includes(key, true, sameNamed(key, wanted))) {
        removed.add(key);
      }
    });
  }

  /** Returns the columns of the keys that there are once all is done. */
  List<List<String>> columns() {
    List<ForeignKey> keys = new ArrayList<>(table.actual.foreignKeys());
    keys.removeAll(removed);
    keys.addAll(wanted.values());
    return keys.stream().map(key -> keys(key.columns())).toList();
  }

  void compare() {
    removed.forEach(this::remove);
    wanted.forEach((meaning, key) -> {
      if (!actual.containsKey(meaning) && includes(key, false, sameNamed(key, actual))) {
        add(key);
      }
    });
  }

  /** The index that the database makes for a key without one stays when the key goes. */
  private void add(ForeignKey key) {
    Difference difference =
        Difference.of(table.name, Stage.CHANGED_TABLE, new AddConstraintOp(table.name, key));
    boolean bringsIndex = table.inspector.indexesForeignKeys()
        && key.name() != null
        && !startsAnIndex(table.actual, keys(key.columns()))
        && !startsAnIndex(table.wanted, keys(key.columns()));
    if (!bringsIndex) {
      table.differences.add(difference);
      return;
    }
    Name name = Name.exact(table.inspector.writtenName(Objects.requireNonNull(key.name())));
    List<Expression> elements =
        key.columns().stream().<Expression>map(ColumnReference::new).toList();
    Index index = new Index(name, table.name, elements, false, Options.NONE);
    table.differences.add(difference.undoneBy(new DropIndexOp(name, table.name, index)));
  }

  private boolean startsAnIndex(Table described, List<String> columns) {
    Stream<List<String>> ofConstraints = described.constraints().stream()
        .filter(part -> part instanceof PrimaryKey || part instanceof Unique)
        .map(part -> keys(part.columns()));
    Stream<List<String>> ofIndexes = described.indexes().stream()
        .map(index -> index.elements().stream()
            .map(element -> element instanceof ColumnReference column
                ? table.inspector.key(column.column())
                : "")
            .toList());
    return Stream.concat(ofConstraints, ofIndexes)
        .anyMatch(all ->
            all.size() >= columns.size() && all.subList(0, columns.size()).equals(columns));
  }

  private @Nullable ForeignKey sameNamed(ForeignKey key, Map<Meaning, ForeignKey> others) {
    return others.values().stream()
        .filter(other -> key.name() != null
            && other.name() != null
            && table.inspector.key(key.name()).equals(table.inspector.key(other.name())))
        .findFirst()
        .orElse(null);
  }

  private boolean includes(ForeignKey key, boolean isReflected, @Nullable ForeignKey other) {
    return comparison.includesObject(
        key, key.name(), ObjectType.FOREIGN_KEY_CONSTRAINT, table.name, isReflected, other);
  }

  /** A reference to a table that goes has to go before it. */
  private void remove(ForeignKey key) {
    Difference difference = Difference.of(
        table.name,
        Stage.CHANGED_TABLE,
        new DropConstraintOp(table.name, key.name(), ConstraintKind.FOREIGN_KEY, false, key));
    boolean isFirst = comparison.isRemoved(key.referent())
        && comparison.context.dialect().supports(Capability.ALTER_CONSTRAINTS);
    if (isFirst) {
      table.beforeRemovals.add(difference);
    } else if (table.inspector.keepsIndexesOfForeignKeys()) {
      table.beforeIndexes(difference);
    } else {
      table.differences.add(difference);
    }
  }

  private Meaning meaning(ForeignKey key) {
    return new Meaning(
        keys(key.columns()),
        comparison.key(key.referent()),
        keys(referentColumns(key)),
        action(key.onDelete()),
        action(key.onUpdate()),
        isDeferrable(key.deferral()),
        isDeferred(key.deferral()),
        key.match() == null ? "SIMPLE" : key.match().toUpperCase(Locale.ROOT));
  }

  /** Where nothing is said, a foreign key leads to the primary key. */
  private List<Name> referentColumns(ForeignKey key) {
    return key.referentColumns().isEmpty()
        ? comparison.primaryKeyOf(key.referent())
        : key.referentColumns();
  }

  private List<String> keys(List<Name> names) {
    return names.stream().map(table.inspector::key).toList();
  }

  private String action(@Nullable ReferentialAction action) {
    return action == null
        ? table.inspector.standardAction()
        : table.inspector.actionWritten(
            action.sql().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
  }

  private static boolean isDeferrable(Deferral deferral) {
    return Boolean.TRUE.equals(deferral.deferrable()) || isDeferred(deferral);
  }

  private static boolean isDeferred(Deferral deferral) {
    return "DEFERRED".equalsIgnoreCase(deferral.initially());
  }

  /** Tells whether two constraints are checked at the same time. */
  static boolean isSame(Deferral left, Deferral right) {
    return isDeferrable(left) == isDeferrable(right) && isDeferred(left) == isDeferred(right);
  }
}
