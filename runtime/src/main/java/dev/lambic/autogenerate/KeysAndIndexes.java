package dev.lambic.autogenerate;

import dev.lambic.dialect.Inspector;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares primary keys, and indexes together with unique constraints: both have their names in one space, and one may
 * take the other's place. First those that go, then those that change, then those that are new, each by name.
 */
final class KeysAndIndexes {
  private final TableComparison table;
  private final Comparison comparison;
  private final Inspector inspector;
  private final Map<String, Item> actual = new TreeMap<>();
  private final Map<String, Item> wanted = new TreeMap<>();
  private final List<Unique> actualUniques = new ArrayList<>();
  private final Map<List<String>, Unique> unnamed = new LinkedHashMap<>();

  /** An index or a unique constraint; the other of the two is null. */
  private record Item(@Nullable Index index, @Nullable Unique unique) {
    boolean isIndex() {
      return index != null;
    }
  }

  KeysAndIndexes(TableComparison table) {
    this.table = table;
    this.comparison = table.comparison;
    this.inspector = table.inspector;
  }

  /** A key's name does not count: it is most often the database's. */
  void comparePrimaryKeys() {
    if (!comparison.plugins.has(Plugins.PRIMARY_KEYS)) {
      return;
    }
    Optional<PrimaryKey> before = table.actual.primaryKey();
    Optional<PrimaryKey> after = table.wanted.primaryKey();
    if (before.map(key -> keys(key.columns())).equals(after.map(key -> keys(key.columns())))) {
      return;
    }
    PrimaryKey key = after.or(() -> before).orElseThrow();
    boolean isReflected = after.isEmpty();
    if (!comparison.includesObject(
        key,
        key.name(),
        ObjectType.PRIMARY_KEY_CONSTRAINT,
        table.name,
        isReflected,
        isReflected ? null : before.orElse(null))) {
      return;
    }
    before.ifPresent(old -> table.found(
        new DropConstraintOp(table.name, old.name(), ConstraintKind.PRIMARY_KEY, false, old)));
    after.ifPresent(target -> table.found(new AddConstraintOp(
        table.name,
        target.name() == null ? target.named(inspector.primaryKeyName(table.name)) : target)));
  }

  private List<String> keys(List<Name> columns) {
    return columns.stream().map(inspector::key).toList();
  }

  /**
   * Compares what is not a primary key.
   *
   * @param foreignKeys the columns of the foreign keys that there will be
   */
  void compareIndexesAndUniques(List<List<String>> foreignKeys) throws SQLException {
    collectWanted();
    collectActual(foreignKeys);
    for (Map.Entry<String, Item> entry : actual.entrySet()) {
      Item item = entry.getValue();
      boolean standsForUnnamed =
          item.unique() != null && unnamed.containsKey(sorted(item.unique()));
      if (!wanted.containsKey(entry.getKey()) && !standsForUnnamed) {
        remove(item);
      }
    }
    for (Map.Entry<String, Item> entry : wanted.entrySet()) {
      Item present = actual.get(entry.getKey());
      if (present != null) {
        compare(present, entry.getValue());
      }
    }
    for (Map.Entry<String, Item> entry : wanted.entrySet()) {
      if (!actual.containsKey(entry.getKey())) {
        add(entry.getValue());
      }
    }
    for (Map.Entry<List<String>, Unique> entry : unnamed.entrySet()) {
      if (actualUniques.stream().noneMatch(unique -> sorted(unique).equals(entry.getKey()))) {
        add(new Item(null, entry.getValue()));
      }
    }
  }

  /** The order of its columns makes no difference to a unique constraint. */
  private List<String> sorted(Unique unique) {
    return List.copyOf(new TreeSet<>(keys(unique.columns())));
  }

  private static List<Unique> uniques(Table table) {
    return table.constraints().stream()
        .filter(Unique.class::isInstance)
        .map(Unique.class::cast)
        .toList();
  }

  private void collectWanted() {
    for (Index index : table.wanted.indexes()) {
      wanted.put(key(Objects.requireNonNull(index.name())), new Item(index, null));
    }
    for (Unique unique : uniques(table.wanted)) {
      if (unique.name() == null) {
        unnamed.put(sorted(unique), unique);
      } else {
        wanted.put(key(unique.name()), new Item(null, unique));
      }
    }
  }

  private String key(Name name) {
    return inspector.key(Name.of(inspector.writtenName(name)));
  }

  private void collectActual(List<List<String>> foreignKeys) {
    for (Unique unique : uniques(table.actual)) {
      if (comparison.includesName(unique.name(), ObjectType.UNIQUE_CONSTRAINT, table.name)) {
        actualUniques.add(unique);
        if (unique.name() != null) {
          String key = inspector.key(unique.name());
          Item target = wanted.get(key);
          actual.put(
              key,
              inspector.hasUniqueIndexesAlone() && target != null && target.isIndex()
                  ? new Item(asIndex(unique), null)
                  : new Item(null, unique));
        }
      }
    }
    for (Index index : table.actual.indexes()) {
      Name name = Objects.requireNonNull(index.name());
      if (comparison.includesName(name, ObjectType.INDEX, table.name)
          && !(inspector.indexesForeignKeys() && serves(index, foreignKeys))) {
        actual.put(inspector.key(name), new Item(index, null));
      }
    }
  }

  private Index asIndex(Unique unique) {
    return new Index(
        unique.name(),
        table.name,
        unique.columns().stream().<Expression>map(ColumnReference::new).toList(),
        true,
        unique.options());
  }

  /** An index that the model does not name, and that the database made for a foreign key or keeps for one. */
  private boolean serves(Index index, List<List<String>> foreignKeys) {
    if (index.isUnique()
        || wanted.containsKey(inspector.key(Objects.requireNonNull(index.name())))) {
      return false;
    }
    List<String> columns = index.elements().stream()
        .map(element ->
            element instanceof ColumnReference column ? inspector.key(column.column()) : "")
        .toList();
    return foreignKeys.contains(columns);
  }

  private void compare(Item present, Item target) throws SQLException {
    if (present.isIndex() != target.isIndex()) {
      remove(present);
      add(target);
      return;
    }
    if (present.index() != null && target.index() != null) {
      if (!isSame(present.index(), target.index())
          && includes(target.index(), false, present.index())) {
        drop(present.index());
        table.found(new CreateIndexOp(target.index()));
      }
    } else if (present.unique() != null && target.unique() != null) {
      boolean isSame = sorted(present.unique()).equals(sorted(target.unique()))
          && inspector.isSameUnique(present.unique(), target.unique())
          && ForeignKeys.isSame(present.unique().deferral(), target.unique().deferral());
      if (!isSame && includes(target.unique(), false, present.unique())) {
        drop(present.unique());
        table.found(new AddConstraintOp(table.name, target.unique()));
      }
    }
  }

  private boolean isSame(Index present, Index target) throws SQLException {
    if (inspector.isSameIndex(present, target, null)) {
      return true;
    }
    Index read = table.asRead().stream()
        .flatMap(asRead -> asRead.indexes().stream())
        .filter(index -> index.name() != null
            && key(index.name()).equals(key(Objects.requireNonNull(target.name()))))
        .findFirst()
        .orElse(null);
    return read == null
        ? hasSameMeaning(present, target)
        : inspector.isSameIndex(present, target, read);
  }

  /** Elements that the database reads alike are taken for each other. */
  private boolean hasSameMeaning(Index present, Index target) throws SQLException {
    if (present.elements().size() != target.elements().size()) {
      return false;
    }
    List<Expression> elements = new ArrayList<>();
    for (int i = 0; i < target.elements().size(); i++) {
      elements.add(understood(present.elements().get(i), target.elements().get(i), target));
    }
    return inspector.isSameIndex(present, target.over(elements), null);
  }

  private Expression understood(Expression present, Expression target, Index index)
      throws SQLException {
    if (present instanceof Ordered left && target instanceof Ordered right) {
      return new Ordered(understood(left.element(), right.element(), index), right.descending());
    }
    if (!(present instanceof SqlText actual)) {
      return target;
    }
    return switch (table.compareSql(actual.sql(), inspector.sql(target))) {
      case SAME -> present;
      case DIFFERENT -> target;
      case UNDECIDED -> {
        table.undecided(
            "An element of index '" + index.name() + "'", actual.sql(), inspector.sql(target));
        yield present;
      }
    };
  }

  private boolean includes(Index index, boolean isReflected, @Nullable Index other) {
    return comparison.includesObject(
        index, index.name(), ObjectType.INDEX, table.name, isReflected, other);
  }

  private boolean includes(Unique unique, boolean isReflected, @Nullable Unique other) {
    return comparison.includesObject(
        unique, unique.name(), ObjectType.UNIQUE_CONSTRAINT, table.name, isReflected, other);
  }

  private void remove(Item item) {
    if (item.index() != null && includes(item.index(), true, null)) {
      drop(item.index());
    } else if (item.unique() != null && includes(item.unique(), true, null)) {
      drop(item.unique());
    }
  }

  private void drop(Index index) {
    table.found(new DropIndexOp(Objects.requireNonNull(index.name()), table.name, index));
  }

  private void drop(Unique unique) {
    table.found(
        new DropConstraintOp(table.name, unique.name(), ConstraintKind.UNIQUE, false, unique));
  }

  private void add(Item item) {
    if (item.index() != null && includes(item.index(), false, null)) {
      table.found(new CreateIndexOp(item.index()));
    } else if (item.unique() != null && includes(item.unique(), false, null)) {
      table.found(new AddConstraintOp(table.name, item.unique()));
    }
  }
}
