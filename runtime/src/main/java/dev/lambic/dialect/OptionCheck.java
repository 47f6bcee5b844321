package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import java.util.List;

/**
 * Finds options that nobody would read: of this dialect, but not known where they stand, or of no dialect at all. Those
 * of other dialects are passed over.
 */
final class OptionCheck {
  private final Dialect dialect;

  OptionCheck(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Refuses an operation with an option that nobody would read. */
  void check(MigrateOperation operation) {
    if (operation instanceof CreateTableOp create) {
      check(create.table());
    } else if (operation instanceof AddColumnOp add) {
      check(add.column());
    } else if (operation instanceof DropColumnOp drop) {
      check(drop.options(), OptionPlace.DROP_COLUMN);
    } else if (operation instanceof AlterColumnOp alter) {
      check(alter.change().options(), OptionPlace.ALTER_COLUMN);
    } else if (operation instanceof AddConstraintOp add) {
      check(add.constraint());
    } else if (operation instanceof CreateIndexOp create) {
      check(create.index().options(), OptionPlace.INDEX);
    } else if (operation instanceof DropIndexOp drop) {
      check(drop.options(), OptionPlace.INDEX);
    } else if (operation instanceof BatchAlterTableOp batch) {
      check(batch.settings().options(), OptionPlace.TABLE);
      batch.settings().additions().forEach(this::check);
      batch.operations().forEach(this::check);
    }
  }

  private void check(Table table) {
    check(table.options(), OptionPlace.TABLE);
    table.columns().forEach(this::check);
    table.constraints().forEach(this::check);
    table.indexes().forEach(index -> check(index.options(), OptionPlace.INDEX));
  }

  private void check(Column column) {
    check(column.options(), OptionPlace.COLUMN);
    column.foreignKeys().forEach(this::check);
    column.checks().forEach(this::check);
  }

  private void check(Constraint constraint) {
    check(constraint.options(), OptionPlace.of(constraint.kind()));
  }

  private void check(Options options, OptionPlace place) {
    for (String name : options.values().keySet()) {
      String own = dialect.id() + "_";
      if (!name.startsWith(own)) {
        requireDialect(name);
      } else if (!dialect.takesAnyOption(place)
          && !dialect.knownOptions(place).contains(name.substring(own.length()))) {
        throw unknown(name, place);
      }
    }
  }

  private MigrationException unknown(String name, OptionPlace place) {
    List<String> known = dialect.knownOptions(place).stream()
        .map(option -> dialect.id() + "_" + option)
        .toList();
    return new MigrationException(Problem.of(
            ProblemId.UNKNOWN_OPTION,
            dialect.id() + " knows no option '" + name + "' of " + place + ".")
        .with("known", known.isEmpty() ? "none" : String.join(", ", known))
        .didYouMean(NearMisses.of(name, known))
        .fix("correct the name, or leave the option out."));
  }

  private static void requireDialect(String name) {
    if (!Dialects.isOption(name)) {
      throw new MigrationException(Problem.of(
              ProblemId.UNKNOWN_OPTION,
              "The option '" + name + "' begins with the name of no dialect.")
          .with("known", Dialects.ids())
          .didYouMean(NearMisses.of(name, Dialects.withPrefixes(name)))
          .fix("begin it with the dialect that it is for, as in 'mysql_engine'."));
    }
  }
}
