package dev.lambic.autogenerate;

import dev.lambic.autogenerate.ColumnComparison.Verdict;
import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector.Meaning;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.Given;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AlterColumnOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Options;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a column that is on both sides; all that changes of it becomes one operation. */
final class ColumnChanges {
  private final TableComparison table;
  private final Comparison comparison;
  private final Column actual;
  private final Column wanted;

  /** The column as the user described it, where what was left unsaid matters. */
  private final Column model;

  private ColumnFacts to = ColumnFacts.NONE;

  ColumnChanges(TableComparison table, Column actual, Column wanted, Column model) {
    this.table = table;
    this.comparison = table.comparison;
    this.actual = actual;
    this.wanted = wanted;
    this.model = model;
  }

  void run() throws SQLException {
    compareNullability();
    compareTypes();
    compareDefaults();
    compareNumbering();
    compareComments();
    if (to.equals(ColumnFacts.NONE)) {
      return;
    }
    if (to.type() != null) {
      comparison
          .enums()
          .creation(to.type())
          .ifPresent(creation ->
              table.differences.add(Difference.of(table.name, Stage.CHANGED_TABLE, creation)));
    }
    ColumnFacts from = new ColumnFacts(
        actual.type(),
        isNullable(actual),
        Given.of(former()),
        Given.of(TableComparison.ifGiven(actual.comment())),
        numbered());
    if (to.serverDefault().value() != null
        && to.serverDefault().value() instanceof Identity
            != actual.serverDefault() instanceof Identity) {
      from = withoutDefault(from);
    }
    ColumnChange change = new ColumnChange(wanted.name(), to, from, null, Options.NONE);
    AlterColumnOp operation = converting(new AlterColumnOp(table.name, change));
    List<MigrateOperation> reverse = operation.reverse().stream()
        .<MigrateOperation>map(back -> converting((AlterColumnOp) back))
        .toList();
    boolean loses = to.type() != null
        && Narrowing.loses(
            comparison.inspector.resolved(actual.type()), comparison.inspector.resolved(to.type()));
    table.differences.add(
        new Difference(table.name, Stage.CHANGED_TABLE, operation, reverse, loses));
  }

  /** Returns the default that the column has; of an identity that changes, only what the model speaks of. */
  private @Nullable ServerDefault former() {
    if (!(actual.serverDefault() instanceof Identity present)
        || !(to.serverDefault().value() instanceof Identity target)) {
      return actual.serverDefault();
    }
    SequenceOptions left = present.options();
    SequenceOptions right = target.options();
    return new Identity(
        present.isAlways(),
        target.onNull(),
        new SequenceOptions(
            right.start() == null ? null : left.start(),
            right.increment() == null ? null : left.increment(),
            right.minValue() == null ? null : left.minValue(),
            right.maxValue() == null ? null : left.maxValue(),
            false,
            false,
            right.cycle() == null ? null : Boolean.TRUE.equals(left.cycle()),
            right.cache() == null ? null : left.cache(),
            null));
  }

  /** Says how values become those of another type, where the database has to be told. */
  private AlterColumnOp converting(AlterColumnOp operation) {
    ColumnChange change = operation.change();
    if (change.to().type() == null || change.from().type() == null) {
      return operation;
    }
    Options options = comparison.inspector.conversion(
        change.column(), change.from().type(), change.to().type());
    return new AlterColumnOp(
        operation.table(),
        new ColumnChange(change.column(), change.to(), change.from(), change.newName(), options));
  }

  /** An identity and a default stand beside each other never: what is there goes first, in a step of its own. */
  private ColumnFacts withoutDefault(ColumnFacts from) {
    ServerDefault former = comparison.inspector.defaultOf(actual);
    if (former != null) {
      ColumnFacts known = from.withServerDefault(Given.of(former));
      table.found(new AlterColumnOp(
          table.name,
          new ColumnChange(
              wanted.name(),
              ColumnFacts.NONE.withServerDefault(Given.of(null)),
              known,
              null,
              Options.NONE)));
    }
    return from.withServerDefault(Given.of(null));
  }

  private boolean isNullable(Column column) {
    return table.actual.isNullable(column);
  }

  /** Returns what the model says about whether the database numbers the column, or null where it says nothing. */
  private @Nullable Boolean numbered() {
    if (to.autoincrement() != null) {
      return !to.autoincrement();
    }
    return comparison.inspector.isNumbered(wanted, table.wanted)
        ? Boolean.TRUE
        : wanted.autoincrement();
  }

  /** Identity columns, and computed ones of which nothing is said, are as nullable as the database wants. */
  private void compareNullability() {
    boolean allowed = table.wanted.isNullable(wanted);
    if (isNullable(actual) == allowed) {
      return;
    }
    boolean hasComputed = wanted.computed() != null || actual.computed() != null;
    boolean hasIdentity = wanted.identity() != null || actual.identity() != null;
    if (!(hasComputed && model.nullable() == null) && !hasIdentity) {
      to = to.withNullable(allowed);
    }
  }

  private void compareTypes() {
    if (!comparison.plugins.has(Plugins.TYPES)) {
      return;
    }
    Verdict verdict = comparison.options.compareType().compare(table.name, actual, wanted);
    boolean differs = verdict == Verdict.UNDECIDED
        ? !comparison.inspector.isSameType(actual.type(), wanted.type())
        : verdict == Verdict.DIFFERENT;
    if (differs) {
      to = to.withType(wanted.type());
    }
  }

  private void compareDefaults() throws SQLException {
    if (!comparison.plugins.has(Plugins.DEFAULTS)) {
      return;
    }
    Verdict verdict = comparison.options.compareServerDefault().compare(table.name, actual, wanted);
    if (verdict == Verdict.SAME) {
      return;
    }
    ServerDefault target = targetDefault();
    if (verdict == Verdict.UNDECIDED && isSameDefault(target)) {
      return;
    }
    if (target instanceof Computed || actual.computed() != null) {
      comparison.findings.add(new Finding(
          Finding.Kind.NOT_CHANGEABLE,
          "The computed value of column '" + wanted.name() + "' of table '" + table.name
              + "' cannot be changed in place; drop the column and add it anew."));
      return;
    }
    if ((target instanceof Identity || actual.identity() != null)
        && !comparison.inspector.changesIdentity(
            actual.identity(), target instanceof Identity identity ? identity : null)) {
      comparison.findings.add(new Finding(
          Finding.Kind.NOT_CHANGEABLE,
          "How the database numbers column '" + wanted.name() + "' of table '" + table.name
              + "' cannot be changed in place; drop the column and add it anew."));
      return;
    }
    to = to.withServerDefault(Given.of(target));
  }

  /** Where there are no identities, one is the same as a column that the database numbers. */
  private @Nullable ServerDefault targetDefault() {
    ServerDefault target = wanted.serverDefault();
    return target instanceof Identity && !comparison.inspector.hasIdentity() ? null : target;
  }

  private boolean isSameDefault(@Nullable ServerDefault target) throws SQLException {
    boolean isNumbered = comparison.inspector.isNumbered(wanted, table.wanted);
    if (target == null
        && isNumbered
        && actual.identity() != null
        && comparison.inspector.numbersByIdentity()) {
      return true;
    }
    if (target instanceof Identity || actual.identity() != null) {
      return actual.identity() != null
          && target instanceof Identity identity
          && isSameIdentity(actual.identity(), identity);
    }
    if (target instanceof Computed || actual.computed() != null) {
      return isSameComputed(
          actual.computed(), target instanceof Computed computed ? computed : null);
    }
    if (isNumbered) {
      return true;
    }
    return comparison.inspector.isSameDefault(actual, wanted, null)
        || (actual.serverDefault() != null
            && target != null
            && comparison.inspector.isSameDefault(actual, wanted, table.asRead(wanted)));
  }

  /** Whatever the model leaves to the database is as it should be. */
  private static boolean isSameIdentity(Identity present, Identity target) {
    SequenceOptions left = present.options();
    SequenceOptions right = target.options();
    boolean sameCycle =
        right.cycle() == null || right.cycle().equals(Boolean.TRUE.equals(left.cycle()));
    return present.isAlways() == target.isAlways()
        && sameCycle
        && Stream.<Function<SequenceOptions, @Nullable Long>>of(
                SequenceOptions::start,
                SequenceOptions::increment,
                SequenceOptions::minValue,
                SequenceOptions::maxValue,
                SequenceOptions::cache)
            .allMatch(part ->
                part.apply(right) == null || Objects.equals(part.apply(left), part.apply(right)));
  }

  private boolean isSameComputed(@Nullable Computed present, @Nullable Computed target)
      throws SQLException {
    if (present == null || target == null) {
      return false;
    }
    if (comparison.inspector.isSameSql(present.sql(), target.sql())) {
      return true;
    }
    Column read = table.asRead(wanted);
    if (read != null && read.computed() != null) {
      return read.computed().sql().equals(present.sql());
    }
    Meaning meaning = table.compareSql(present.sql(), target.sql());
    if (meaning == Meaning.UNDECIDED) {
      table.undecided(
          "The computed value of column '" + wanted.name() + "'", present.sql(), target.sql());
    }
    return meaning != Meaning.DIFFERENT;
  }

  private void compareNumbering() {
    if (!comparison.plugins.has(Plugins.NUMBERED_COLUMNS)
        || !comparison.inspector.knowsNumberedColumns()) {
      return;
    }
    boolean target = comparison.inspector.isNumbered(wanted, table.wanted);
    if (Boolean.TRUE.equals(actual.autoincrement()) != target) {
      to = to.withAutoincrement(target);
    }
  }

  private void compareComments() {
    Dialect dialect = comparison.context.dialect();
    if (!comparison.plugins.has(Plugins.COMMENTS) || !dialect.supports(Capability.COMMENTS)) {
      return;
    }
    String target = TableComparison.ifGiven(wanted.comment());
    if (!Objects.equals(TableComparison.ifGiven(actual.comment()), target)) {
      to = to.withComment(Given.of(target));
    }
  }
}
