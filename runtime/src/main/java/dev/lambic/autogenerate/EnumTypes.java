package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Snapshot;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.EnumUse;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Enumerations that are types of their own: each is created once, and keeps up with its values. */
final class EnumTypes {
  private final Comparison comparison;
  private final Map<String, EnumType> existing = new LinkedHashMap<>();
  private final Set<String> created = new TreeSet<>();
  private final Snapshot database;

  EnumTypes(Comparison comparison, Snapshot database) {
    this.comparison = comparison;
    this.database = database;
    database.enums().forEach(type -> existing.put(key(type), type));
  }

  private boolean areTypes() {
    return comparison.context.dialect().supports(Capability.ENUM_TYPES);
  }

  private String key(EnumType type) {
    return comparison.key(Objects.requireNonNull(type.typeName()));
  }

  /** Returns the enumeration that a type is, or is a list of, if it is a type of its own. */
  private Optional<EnumType> enumIn(SqlType type) {
    SqlType resolved = comparison.inspector.resolved(type);
    if (resolved instanceof SqlType.ArrayType array) {
      return enumIn(array.item());
    }
    return areTypes()
            && resolved instanceof EnumType enumeration
            && enumeration.isNative()
            && enumeration.name() != null
        ? Optional.of(enumeration)
        : Optional.empty();
  }

  /** Returns a column that is about to be created; the type that it brings along is not created twice. */
  Column available(Column column) {
    Optional<EnumType> enumeration = enumIn(column.type());
    if (enumeration.isEmpty() || !enumeration.get().isCreated()) {
      return column;
    }
    EnumType type = enumeration.get();
    if (existing.containsKey(key(type)) || created.contains(key(type))) {
      return column.type(replaced(column.type(), type.existing()));
    }
    created.add(key(type));
    return column;
  }

  private SqlType replaced(SqlType type, EnumType enumeration) {
    SqlType resolved = comparison.inspector.resolved(type);
    return resolved instanceof SqlType.ArrayType array
        ? new SqlType.ArrayType(replaced(array.item(), enumeration), array.dimensions())
        : enumeration;
  }

  /** Returns what creates the type that a column is about to get, if it is not there. */
  Optional<CreateEnumOp> creation(SqlType type) {
    return enumIn(type)
        .filter(enumeration -> enumeration.isCreated()
            && !existing.containsKey(key(enumeration))
            && !created.contains(key(enumeration)))
        .map(enumeration -> {
          created.add(key(enumeration));
          return new CreateEnumOp(enumeration);
        });
  }

  /** Values that are new are added in their places; where values go, or change places, the type is made anew. */
  void compareValues(List<Table> model) {
    if (!areTypes() || !comparison.plugins.has(Plugins.ENUM_VALUES)) {
      return;
    }
    Set<String> seen = new TreeSet<>();
    for (Table table : model) {
      for (Column column : table.columns()) {
        enumIn(column.type())
            .filter(type -> existing.containsKey(key(type)) && seen.add(key(type)))
            .ifPresent(
                type -> compareValues(type, Objects.requireNonNull(existing.get(key(type)))));
      }
    }
  }

  private void compareValues(EnumType wanted, EnumType actual) {
    if (wanted.values().equals(actual.values())
        || !comparison.includesObject(
            wanted, wanted.name(), ObjectType.ENUM, null, false, actual)) {
      return;
    }
    EnumType type = wanted.existing();
    boolean isInArrays = isInArrays(actual);
    List<String> kept = new ArrayList<>(wanted.values());
    kept.retainAll(actual.values());
    ReplaceEnumValuesOp back = new ReplaceEnumValuesOp(
        type.withValues(actual.values()), wanted.values(), uses(actual), Map.of());
    if (!kept.equals(actual.values()) && isInArrays) {
      comparison.findings.add(new Finding(
          Finding.Kind.NOT_CHANGEABLE,
          "The enumeration '" + type.name() + "' is used in arrays, so that its values can only be"
              + " added to: change those columns by hand."));
      return;
    }
    if (!kept.equals(actual.values())) {
      ReplaceEnumValuesOp replacement =
          new ReplaceEnumValuesOp(type, actual.values(), uses(actual), Map.of());
      boolean losesValues = !wanted.values().containsAll(actual.values());
      comparison.differences.add(
          new Difference(null, Stage.NO_TABLE, replacement, List.of(back), losesValues));
      return;
    }
    @Nullable String before = null;
    boolean isFirst = true;
    for (String value : wanted.values()) {
      if (!actual.values().contains(value)) {
        AddEnumValueOp add = before == null
            ? new AddEnumValueOp(typeName(type), value, false, actual.values().get(0), false)
            : new AddEnumValueOp(typeName(type), value, false, before, true);
        // One way back for all of them: values cannot be taken away one by one.
        comparison.differences.add(new Difference(
            null, Stage.NO_TABLE, add, isFirst && !isInArrays ? List.of(back) : List.of(), false));
        isFirst = false;
      }
      before = value;
    }
  }

  private boolean isInArrays(EnumType type) {
    return database.tables().stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> column.type() instanceof SqlType.ArrayType array
            && array.item() instanceof EnumType used
            && key(used).equals(key(type)));
  }

  private static TableName typeName(EnumType type) {
    return Objects.requireNonNull(type.typeName());
  }

  private List<EnumUse> uses(EnumType type) {
    List<EnumUse> uses = new ArrayList<>();
    for (Table table : database.tables()) {
      for (Column column : table.columns()) {
        if (column.type() instanceof EnumType used && key(used).equals(key(type))) {
          uses.add(new EnumUse(table.name(), column.name(), valueOf(column, type)));
        }
      }
    }
    return uses;
  }

  private @Nullable String valueOf(Column column, EnumType type) {
    Expression expression = column.defaultExpression();
    if (expression == null) {
      return null;
    }
    String sql = comparison.inspector.sql(expression);
    return type.values().stream()
        .filter(value -> sql.startsWith(comparison.inspector.sql(new Literal(value)) + "::"))
        .findFirst()
        .orElse(null);
  }
}
