package dev.lambic.source;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableCommentOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableCommentOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.TableName;
import java.util.Optional;

/** Writes operations as the directives of a batch, which leave out the table. */
final class BatchCode {
  private final SchemaCode parts;
  private final ChangeCode changes;
  private final TableName table;

  BatchCode(SchemaCode parts, TableName table) {
    this.parts = parts;
    this.changes = new ChangeCode(parts);
    this.table = table;
  }

  private static Optional<Code> batch(String directive, Code... arguments) {
    return Optional.of(Code.call("batch." + directive, arguments));
  }

  /** Few operations have a directive: what else a batch can hold is handed to it as it is. */
  Optional<Code> of(MigrateOperation operation) {
    if (operation instanceof AddColumnOp add && add.equals(new AddColumnOp(table, add.column()))) {
      return parts.column(add.column()).flatMap(column -> batch("addColumn", column));
    }
    if (operation instanceof DropColumnOp drop) {
      DropColumnOp brief = Remembered.briefly(drop);
      return brief.equals(new DropColumnOp(table, drop.column(), null))
              && SchemaCode.isPlain(drop.column())
          ? batch("dropColumn", parts.shortName(drop.column()))
          : batch("invoke", parts.construction(brief));
    }
    if (operation instanceof AlterColumnOp alter && alter.table().equals(table)) {
      return batch("alterColumn", changes.change(alter.change()));
    }
    if (operation instanceof AddConstraintOp add && add.table().equals(table)) {
      return parts
          .constraint(add.constraint())
          .flatMap(constraint -> batch("createConstraint", constraint));
    }
    if (operation instanceof DropConstraintOp drop) {
      return dropConstraint(drop);
    }
    if (operation instanceof CreateIndexOp create
        && !create.ifNotExists()
        && create.index().table().equals(table)) {
      return parts.index(create.index()).flatMap(index -> batch("createIndex", index));
    }
    if (operation instanceof DropIndexOp drop) {
      DropIndexOp brief = Remembered.briefly(drop);
      return drop.name() != null && brief.equals(new DropIndexOp(drop.name(), table, null))
          ? batch("dropIndex", parts.shortName(drop.name()))
          : batch("invoke", parts.construction(brief));
    }
    if (operation instanceof CreateTableCommentOp create
        && create.equals(new CreateTableCommentOp(table, create.comment(), null))) {
      return batch("createTableComment", parts.of(create.comment()));
    }
    if (operation instanceof DropTableCommentOp drop && drop.table().equals(table)) {
      return batch("dropTableComment");
    }
    return operation instanceof ExecuteSqlOp execute
        ? batch("execute", parts.of(execute.sql()))
        : batch("invoke", parts.construction(operation));
  }

  private Optional<Code> dropConstraint(DropConstraintOp operation) {
    DropConstraintOp brief = Remembered.briefly(operation);
    boolean hasWords =
        operation.name() != null && !operation.ifExists() && operation.table().equals(table);
    return hasWords
        ? batch("dropConstraint", parts.of(operation.name()), parts.of(operation.kind()))
        : batch("invoke", parts.construction(brief));
  }
}
