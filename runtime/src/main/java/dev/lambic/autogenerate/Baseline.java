package dev.lambic.autogenerate;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.InspectionScope;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.CreateEnumOp;
import dev.lambic.operations.MigrateOperation.CreateSchemaOp;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.Rewriter;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.ArrayType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Describes a whole database as the migration that makes it: what takes it away, the other way round. */
final class Baseline {
  private final AutogenerateContext context;
  private final Snapshot database;
  private final Set<TableName> enums = new LinkedHashSet<>();

  Baseline(AutogenerateContext context) throws SQLException {
    this.context = context;
    Inspector inspector = Inspector.of(context.dialect(), context.connection());
    boolean all = context.options().includeSchemas();
    // Sequences and enumerations belong to no table.
    this.database = inspector.read(
        new InspectionScope(schema -> all || schema == null, (schema, table) -> false));
    database.enums().forEach(type -> enums.add(Objects.requireNonNull(type.typeName())));
  }

  /**
   * Returns the migration.
   *
   * @param removal what takes all tables away, and what brings them back
   */
  MigrationScript of(MigrationScript removal) {
    List<MigrateOperation> upgrade = new ArrayList<>();
    schemas(removal).forEach(name -> upgrade.add(new CreateSchemaOp(name, false)));
    if (context.dialect().supports(Capability.ENUM_TYPES)) {
      database.enums().forEach(type -> upgrade.add(new CreateEnumOp(type)));
    }
    if (context.dialect().supports(Capability.SEQUENCES)) {
      database.sequences().forEach(sequence -> upgrade.add(new CreateSequenceOp(sequence, false)));
    }
    Rewriter existing = Rewriter.of(
        CreateTableOp.class,
        operation -> List.of(
            new CreateTableOp(withExistingTypes(operation.table()), operation.ifNotExists())));
    removal.downgradeOps().operations().stream()
        .flatMap(operation -> existing.rewrite(operation).stream())
        .forEach(upgrade::add);
    List<MigrateOperation> downgrade = new ArrayList<>();
    for (MigrateOperation operation : upgrade) {
      operation.reverse().ifPresent(reverse -> downgrade.add(0, reverse));
    }
    return new MigrationScript(
        removal.request(), new UpgradeOps(upgrade), new DowngradeOps(downgrade), List.of());
  }

  private static List<Name> schemas(MigrationScript removal) {
    Map<String, Name> schemas = new LinkedHashMap<>();
    for (MigrateOperation operation : removal.downgradeOps().operations()) {
      if (operation instanceof CreateTableOp create && create.table().name().schema() != null) {
        Name schema = create.table().name().schema();
        schemas.putIfAbsent(schema.text(), schema);
      }
    }
    return List.copyOf(schemas.values());
  }

  /** An enumeration is created once, in front of all tables. */
  private Table withExistingTypes(Table table) {
    List<Column> columns = table.columns().stream()
        .map(column -> column.type(withExistingType(column.type())))
        .toList();
    return table.with(columns, table.constraints());
  }

  private SqlType withExistingType(SqlType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(withExistingType(array.item()), array.dimensions());
    }
    return type instanceof EnumType enumeration && isOnItsOwn(enumeration)
        ? enumeration.existing()
        : type;
  }

  private boolean isOnItsOwn(EnumType type) {
    return type.typeName() != null && enums.contains(type.typeName());
  }
}
