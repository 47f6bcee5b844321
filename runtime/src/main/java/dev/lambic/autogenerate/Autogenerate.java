package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.autogenerate.Finding.Kind;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.operations.MigrateOperation.BatchAlterTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.operations.MigrateOperation.ReplaceEnumValuesOp;
import dev.lambic.schema.MetaData;
import dev.lambic.script.RevisionRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compares a database with its target, and yields what leads from the one to the other. The database is only read: where
 * it alone knows what it makes of an expression, it is asked inside a savepoint that is rolled back.
 */
public final class Autogenerate {
  private Autogenerate() {}

  /**
   * Returns how a database differs from its target, in the order in which the differences have to be made up for; those
   * that lose data are among them. Mirrors Alembic's {@code compare_metadata}.
   *
   * @param target the descriptions of what should be there; no two of them may describe the same table
   * @throws EnvironmentException if the database does not answer, or a plugin is not known
   * @throws dev.lambic.error.MigrationException if the model asks for what the database does not have
   */
  public static List<Difference> compareMetadata(AutogenerateContext context, MetaData... target) {
    return List.copyOf(compared(context, target).differences);
  }

  /**
   * Returns the migration that leads from a database to its target, and back. Mirrors Alembic's {@code
   * produce_migrations}.
   *
   * @param target the descriptions of what should be there; no two of them may describe the same table
   * @return one script, unless {@code processRevisionDirectives} has made it none or several
   * @throws EnvironmentException if the database does not answer, or a plugin is not known
   * @throws dev.lambic.error.MigrationException if the model asks for what the database does not have
   */
  public static List<MigrationScript> produceMigrations(
      AutogenerateContext context, MetaData... target) {
    return produceMigrations(context, RevisionRequest.builder("").build(), target);
  }

  /**
   * Returns the migration that leads from a database to its target, and back, as that of a certain revision.
   *
   * @param request what the revision is to be; {@code processRevisionDirectives} may change it
   * @param target the descriptions of what should be there; no two of them may describe the same table
   * @return one script, unless {@code processRevisionDirectives} has made it none or several
   * @throws EnvironmentException if the database does not answer, or a plugin is not known
   * @throws dev.lambic.error.MigrationException if the model asks for what the database does not have
   */
  public static List<MigrationScript> produceMigrations(
      AutogenerateContext context, RevisionRequest request, MetaData... target) {
    Comparison comparison = compared(context, target);
    List<Finding> findings = new ArrayList<>(comparison.findings);
    List<Difference> allowed = new ArrayList<>();
    for (Difference difference : comparison.differences) {
      if (!difference.isDestructive() || context.options().allowDestructive()) {
        allowed.add(difference);
      } else {
        lost(difference).ifPresent(text -> findings.add(new Finding(Kind.DESTRUCTIVE, text)));
      }
    }
    MigrationScript script = new MigrationScript(
        request,
        new UpgradeOps(
            upgrade(allowed, context.options().renderAsBatch()),
            allowed.stream()
                .filter(Difference::isDestructive)
                .map(Difference::operation)
                .toList()),
        new DowngradeOps(downgrade(allowed, context.options().renderAsBatch(), findings)),
        findings);
    return List.copyOf(
        context.options().processRevisionDirectives().process(context, List.of(script)));
  }

  /**
   * Returns the migration that makes a database like the one at hand out of an empty one, and takes it all away again:
   * schemas, enumerations, sequences, tables with all that belongs to them, each behind what it needs. Views, functions,
   * triggers and rows are not among it.
   *
   * @param request what the revision is to be
   * @throws EnvironmentException if the database does not answer
   */
  public static MigrationScript baseline(AutogenerateContext context, RevisionRequest request) {
    AutogenerateOptions whole = context
        .options()
        .allowDestructive(true)
        .renderAsBatch(false)
        .processRevisionDirectives(ProcessRevisionDirectives.NONE);
    AutogenerateContext all = context.with(whole);
    try {
      return new Baseline(all)
          .of(produceMigrations(all, request, MetaData.EMPTY).get(0));
    } catch (SQLException e) {
      throw unreadable(context, e);
    }
  }

  private static Comparison compared(AutogenerateContext context, MetaData... target) {
    MetaData model = MetaData.joined(List.of(target));
    try {
      Comparison comparison = new Comparison(context, model);
      comparison.run();
      return comparison;
    } catch (SQLException e) {
      throw unreadable(context, e);
    }
  }

  private static EnvironmentException unreadable(AutogenerateContext context, SQLException e) {
    return new EnvironmentException(
        Problem.of(ProblemId.CONNECTION_FAILED, "The database does not say what is in it.")
            .with("database says", context.dialect().messageOf(e))
            .fix("compare as a user who may read the catalogue."),
        e);
  }

  private static java.util.Optional<String> lost(Difference difference) {
    MigrateOperation operation = difference.operation();
    if (operation instanceof DropTableOp drop) {
      return java.util.Optional.of("Table '" + drop.name() + "' is not in the model.");
    }
    if (operation instanceof DropSequenceOp drop) {
      return java.util.Optional.of("Sequence '" + drop.name() + "' is not in the model.");
    }
    if (operation instanceof DropColumnOp drop) {
      return java.util.Optional.of(
          "Column '" + drop.column() + "' of table '" + drop.table() + "' is not in the model.");
    }
    if (operation instanceof AlterColumnOp alter) {
      return java.util.Optional.of("The type of column '" + alter.change().column() + "' of table '"
          + alter.table() + "' becomes narrower in the model.");
    }
    if (operation instanceof ReplaceEnumValuesOp replace) {
      return java.util.Optional.of(
          "The enumeration '" + replace.type().name() + "' has fewer values in the model.");
    }
    return java.util.Optional.empty();
  }

  private static List<MigrateOperation> upgrade(List<Difference> differences, boolean batched) {
    List<MigrateOperation> operations = new ArrayList<>();
    for (List<Difference> group : groups(differences, batched)) {
      add(operations, group, group.stream().map(Difference::operation).toList(), batched);
    }
    return operations;
  }

  private static List<MigrateOperation> downgrade(
      List<Difference> differences, boolean batched, List<Finding> findings) {
    List<MigrateOperation> operations = new ArrayList<>();
    List<List<Difference>> groups = groups(differences, batched);
    for (int i = groups.size() - 1; i >= 0; i--) {
      List<MigrateOperation> reverses = new ArrayList<>();
      for (Difference difference : groups.get(i)) {
        if (!difference.reverse().isEmpty()) {
          reverses.addAll(0, difference.reverse());
        } else if (needsReverse(difference)) {
          findings.add(
              new Finding(Kind.IRREVERSIBLE, "Nothing undoes " + difference.operation() + "."));
        }
      }
      add(operations, groups.get(i), reverses, batched);
    }
    return operations;
  }

  /** One way back covers all values of an enumeration, and what was done to a new table goes with it. */
  private static boolean needsReverse(Difference difference) {
    return !(difference.operation() instanceof MigrateOperation.AddEnumValueOp)
        && !(difference.operation() instanceof ExecuteSqlOp
            && difference.stage() == Stage.NEW_TABLE);
  }

  /** Returns the changes of each table together, where they go into one batch; else each alone. */
  private static List<List<Difference>> groups(List<Difference> differences, boolean batched) {
    List<List<Difference>> groups = new ArrayList<>();
    Difference previous = null;
    for (Difference difference : differences) {
      boolean joins = batched
          && previous != null
          && isBatched(previous)
          && isBatched(difference)
          && Objects.equals(previous.table(), difference.table());
      if (!joins) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(difference);
      previous = difference;
    }
    return groups;
  }

  private static boolean isBatched(Difference difference) {
    return difference.stage() == Stage.CHANGED_TABLE
        && !(difference.operation() instanceof MigrateOperation.CreateEnumOp);
  }

  private static void add(
      List<MigrateOperation> operations,
      List<Difference> group,
      List<MigrateOperation> changes,
      boolean batched) {
    Difference first = group.get(0);
    if (batched && isBatched(first) && first.table() != null && !changes.isEmpty()) {
      operations.add(new BatchAlterTableOp(first.table(), changes, BatchSettings.AUTO));
    } else {
      operations.addAll(changes);
    }
  }
}
