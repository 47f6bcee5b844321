package dev.lambic.autogenerate;

import dev.lambic.operations.ColumnChange;
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
import dev.lambic.schema.Constraint;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a few words what an operation does: {@code add column 'email' to table 'account'}. */
final class DifferenceText implements MigrateOperation.Visitor<String> {
  private static String of(TableName table) {
    return " of table '" + table + "'";
  }

  private static String named(@Nullable Name name) {
    return name == null ? " without a name" : " '" + name + "'";
  }

  private static String kind(@Nullable ConstraintKind kind) {
    return kind == null
        ? "constraint"
        : switch (kind) {
          case PRIMARY_KEY -> "primary key";
          case UNIQUE -> "unique constraint";
          case CHECK -> "check";
          case FOREIGN_KEY -> "foreign key";
          case EXCLUDE -> "exclusion constraint";
        };
  }

  private static String over(Constraint constraint) {
    return constraint.columns().isEmpty()
        ? ""
        : constraint.columns().stream()
            .map(Name::text)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  @Override
  public String createTable(CreateTableOp operation) {
    return "create table '" + operation.table().name() + "'";
  }

  @Override
  public String dropTable(DropTableOp operation) {
    return "drop table '" + operation.name() + "'";
  }

  @Override
  public String renameTable(RenameTableOp operation) {
    return "rename table '" + operation.table() + "' to '" + operation.newName() + "'";
  }

  @Override
  public String addColumn(AddColumnOp operation) {
    return "add column '" + operation.column().name() + "'" + of(operation.table());
  }

  @Override
  public String dropColumn(DropColumnOp operation) {
    return "drop column '" + operation.column() + "'" + of(operation.table());
  }

  @Override
  public String alterColumn(AlterColumnOp operation) {
    ColumnChange change = operation.change();
    List<String> parts = new ArrayList<>();
    if (change.newName() != null) {
      parts.add("name");
    }
    if (change.to().type() != null) {
      parts.add("type");
    }
    if (change.to().nullable() != null) {
      parts.add(change.to().nullable() ? "NULL" : "NOT NULL");
    }
    if (change.to().serverDefault().isGiven()) {
      parts.add("default");
    }
    if (change.to().comment().isGiven()) {
      parts.add("comment");
    }
    if (change.to().autoincrement() != null) {
      parts.add("numbering");
    }
    return "change column '" + change.column() + "'" + of(operation.table()) + ": "
        + String.join(", ", parts);
  }

  @Override
  public String createIndex(CreateIndexOp operation) {
    return "create index" + named(operation.index().name())
        + of(operation.index().table());
  }

  @Override
  public String dropIndex(DropIndexOp operation) {
    return "drop index" + named(operation.name())
        + (operation.table() == null ? "" : of(operation.table()));
  }

  @Override
  public String addConstraint(AddConstraintOp operation) {
    Constraint constraint = operation.constraint();
    return "add " + kind(constraint.kind()) + named(constraint.name()) + over(constraint)
        + of(operation.table());
  }

  @Override
  public String dropConstraint(DropConstraintOp operation) {
    return "drop " + kind(operation.kind()) + named(operation.name()) + of(operation.table());
  }

  @Override
  public String createTableComment(CreateTableCommentOp operation) {
    return "change the comment" + of(operation.table());
  }

  @Override
  public String dropTableComment(DropTableCommentOp operation) {
    return "drop the comment" + of(operation.table());
  }

  @Override
  public String createSequence(CreateSequenceOp operation) {
    return "create sequence '" + operation.sequence().name() + "'";
  }

  @Override
  public String dropSequence(DropSequenceOp operation) {
    return "drop sequence '" + operation.name() + "'";
  }

  @Override
  public String createSchema(CreateSchemaOp operation) {
    return "create schema '" + operation.name() + "'";
  }

  @Override
  public String dropSchema(DropSchemaOp operation) {
    return "drop schema '" + operation.name() + "'";
  }

  @Override
  public String createEnum(CreateEnumOp operation) {
    return "create enumeration '" + operation.type().typeName() + "'";
  }

  @Override
  public String dropEnum(DropEnumOp operation) {
    return "drop enumeration '" + operation.name() + "'";
  }

  @Override
  public String addEnumValue(AddEnumValueOp operation) {
    return "add value '" + operation.value() + "' to enumeration '" + operation.type() + "'";
  }

  @Override
  public String renameEnumValue(RenameEnumValueOp operation) {
    return "rename value '" + operation.value() + "' of enumeration '" + operation.type() + "'";
  }

  @Override
  public String replaceEnumValues(ReplaceEnumValuesOp operation) {
    return "replace the values of enumeration '" + operation.type().typeName() + "'";
  }

  @Override
  public String bulkInsert(BulkInsertOp operation) {
    return "insert rows into table '" + operation.table() + "'";
  }

  @Override
  public String executeSql(ExecuteSqlOp operation) {
    return "execute " + operation.sql().strip().lines().findFirst().orElse("");
  }

  @Override
  public String executeStatement(ExecuteStatementOp operation) {
    return "execute " + operation.statement().sql().strip().lines().findFirst().orElse("");
  }

  @Override
  public String batchAlterTable(BatchAlterTableOp operation) {
    return operation.operations().stream()
        .map(one -> one.accept(this))
        .collect(Collectors.joining("; "));
  }

  @Override
  public String customOperation(CustomOperation operation) {
    return operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
