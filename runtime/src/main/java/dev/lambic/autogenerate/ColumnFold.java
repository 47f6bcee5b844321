package dev.lambic.autogenerate;

import dev.lambic.dialect.Inspector;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Name;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.Table;

/** What becomes of single columns in a fold: each is described as the database would tell of it. */
final class ColumnFold {
  private final Inspector inspector;

  ColumnFold(Inspector inspector) {
    this.inspector = inspector;
  }

  /** Returns a new column of a table, in which it is found by its constraints; what was left to the database is said. */
  Column created(Column column, Table table) {
    boolean isNumbered = inspector.isNumbered(column, table);
    if (column.identity() != null) {
      return inspector.hasIdentity()
          ? column.serverDefault(stated(column.identity()))
          : column.serverDefault((ServerDefault) null).autoincrement(isNumbered);
    }
    if (isNumbered && inspector.numbersByIdentity()) {
      return column.serverDefault(stated(Identity.byDefault()));
    }
    return column.autoincrement(isNumbered);
  }

  private static Identity stated(Identity identity) {
    SequenceOptions options = identity.options();
    return identity.with(options
        .start(options.start() == null ? Long.valueOf(1) : options.start())
        .increment(options.increment() == null ? Long.valueOf(1) : options.increment()));
  }

  Column changed(Column before, ColumnChange change) {
    ColumnFacts to = change.to();
    Column column = before;
    if (to.type() != null) {
      column = column.type(to.type());
    }
    if (to.serverDefault().isGiven()) {
      column = withDefault(column, to.serverDefault().value());
    }
    if (to.autoincrement() != null) {
      column = column.identity() == null ? column.autoincrement(to.autoincrement()) : column;
    }
    if (to.nullable() != null) {
      column = column.nullable(to.nullable());
    }
    if (to.comment().isGiven()) {
      column = column.comment(to.comment().value());
    }
    return change.newName() == null ? column : column.named(change.newName());
  }

  private static Column withDefault(
      Column column, @org.jspecify.annotations.Nullable ServerDefault value) {
    if (value instanceof Identity identity) {
      return column
          .serverDefault((ServerDefault) null)
          .autoincrement(true)
          .serverDefault(stated(identity));
    }
    Column bare = column.serverDefault((ServerDefault) null);
    return value instanceof Expression || value == null
        ? bare.autoincrement(false).serverDefault(value)
        : bare.serverDefault(value);
  }

  /** Returns a column that mentions another one by its new name. */
  Column afterRename(Column column, Name from, Name to) {
    Computed computed = column.computed();
    return computed == null
        ? column
        : column.serverDefault(
            new Computed(inspector.renamedIn(computed.sql(), from, to), computed.persisted()));
  }
}
