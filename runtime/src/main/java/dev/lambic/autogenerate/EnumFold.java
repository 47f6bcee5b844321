package dev.lambic.autogenerate;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Inspector;
import dev.lambic.operations.MigrateOperation.AddEnumValueOp;
import dev.lambic.operations.MigrateOperation.RenameEnumValueOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of enumerations that are types of their own: their values are kept in one place for all columns. */
final class EnumFold {
  private final Inspector inspector;
  private final Map<String, EnumType> types = new LinkedHashMap<>();

  EnumFold(Inspector inspector) {
    this.inspector = inspector;
  }

  List<EnumType> all() {
    return List.copyOf(types.values());
  }

  void create(EnumType type) {
    types.putIfAbsent(key(Objects.requireNonNull(type.typeName())), type.existing());
  }

  void drop(TableName name) {
    types.remove(key(name));
  }

  private String key(TableName name) {
    return (name.schema() == null ? "" : inspector.key(name.schema())) + "\0"
        + inspector.key(name.name());
  }

  void createdWith(List<Column> columns) {
    for (Column column : columns) {
      EnumType type = typeOf(column.type());
      if (type != null && type.isCreated()) {
        create(type);
      }
    }
  }

  void droppedWith(List<Column> columns) {
    for (Column column : columns) {
      EnumType type = typeOf(column.type());
      if (type != null && type.isCreated()) {
        drop(Objects.requireNonNull(type.typeName()));
      }
    }
  }

  /** Returns the enumeration that a type is, or is a list of, if it is a type of its own. */
  private @Nullable EnumType typeOf(SqlType type) {
    SqlType resolved = inspector.resolved(type);
    if (resolved instanceof SqlType.ArrayType array) {
      return typeOf(array.item());
    }
    return resolved instanceof EnumType enumeration
            && enumeration.isNative()
            && enumeration.name() != null
            && inspector.dialect().supports(Capability.ENUM_TYPES)
        ? enumeration
        : null;
  }

  /** Returns a column whose type has the values that it has by now. */
  Column current(Column column) {
    EnumType type = typeOf(column.type());
    EnumType known = type == null ? null : types.get(key(Objects.requireNonNull(type.typeName())));
    return known == null ? column : column.type(replaced(column.type(), known));
  }

  private SqlType replaced(SqlType type, EnumType known) {
    return inspector.resolved(type) instanceof SqlType.ArrayType array
        ? new SqlType.ArrayType(replaced(array.item(), known), array.dimensions())
        : known;
  }

  boolean add(AddEnumValueOp operation) {
    return change(operation.type(), values -> {
      if (!values.contains(operation.value())) {
        int neighbour = operation.neighbour() == null ? -1 : values.indexOf(operation.neighbour());
        int place =
            neighbour < 0 ? values.size() : operation.isBehind() ? neighbour + 1 : neighbour;
        values.add(place, operation.value());
      }
      return values;
    });
  }

  boolean rename(RenameEnumValueOp operation) {
    return change(operation.type(), values -> {
      values.replaceAll(value -> value.equals(operation.value()) ? operation.newValue() : value);
      return values;
    });
  }

  boolean replace(ReplaceEnumValuesOp operation) {
    return change(
        Objects.requireNonNull(operation.type().typeName()),
        values -> operation.type().values());
  }

  private boolean change(TableName name, UnaryOperator<List<String>> change) {
    return types.computeIfPresent(
            key(name), (key, type) -> type.withValues(change.apply(new ArrayList<>(type.values()))))
        != null;
  }
}
