package dev.lambic.source;

import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropEnumOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.SqlType.ArrayType;
import dev.lambic.schema.SqlType.CustomType;
import dev.lambic.schema.SqlType.VariantType;

/**
 * What an operation remembers of the thing that it drops. Where that serves its reverse alone, a migration does not repeat
 * it: the reverse is written down already.
 */
final class Remembered {
  private Remembered() {}

  /** Tells whether a type may be created together with a table or column that uses it, and goes with it. */
  static boolean createsType(SqlType type) {
    if (type instanceof ArrayType array) {
      return createsType(array.item());
    }
    if (type instanceof VariantType variant) {
      return createsType(variant.base())
          || variant.variants().values().stream().anyMatch(Remembered::createsType);
    }
    return type instanceof CustomType
        || (type instanceof EnumType enumeration && enumeration.isCreated());
  }

  private static boolean counts(Column dropped) {
    return createsType(dropped.type()) || !dropped.foreignKeys().isEmpty();
  }

  static DropTableOp briefly(DropTableOp operation) {
    boolean counts = operation.dropped() != null
        && operation.dropped().columns().stream().anyMatch(column -> createsType(column.type()));
    return counts ? operation : new DropTableOp(operation.name(), operation.ifExists(), null);
  }

  static DropColumnOp briefly(DropColumnOp operation) {
    return operation.dropped() != null && counts(operation.dropped())
        ? operation
        : new DropColumnOp(
            operation.table(), operation.column(), operation.ifExists(), operation.options(), null);
  }

  /** A naming convention may need to know what has no final name. */
  static DropIndexOp briefly(DropIndexOp operation) {
    return operation.name() == null
        ? operation
        : new DropIndexOp(
            operation.name(),
            operation.table(),
            operation.schema(),
            operation.ifExists(),
            operation.options(),
            null);
  }

  static DropConstraintOp briefly(DropConstraintOp operation) {
    return operation.name() == null
        ? operation
        : new DropConstraintOp(
            operation.table(), operation.name(), operation.kind(), operation.ifExists(), null);
  }

  static DropSequenceOp briefly(DropSequenceOp operation) {
    return new DropSequenceOp(operation.name(), operation.ifExists(), null);
  }

  static DropEnumOp briefly(DropEnumOp operation) {
    return new DropEnumOp(operation.name(), operation.ifExists(), null);
  }

  static DropTableCommentOp briefly(DropTableCommentOp operation) {
    return new DropTableCommentOp(operation.table(), null);
  }
}
