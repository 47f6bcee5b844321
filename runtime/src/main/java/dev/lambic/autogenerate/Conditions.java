package dev.lambic.autogenerate;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Inspector.Meaning;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Name;
import dev.lambic.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares checks and exclusion constraints: by their names, and where the database tells what it makes of a condition, by
 * that. A check of the model without a name stands for the one of the database with its condition.
 */
final class Conditions {
  private final TableComparison table;
  private final Comparison comparison;

  Conditions(TableComparison table) {
    this.table = table;
    this.comparison = table.comparison;
  }

  void compare() throws SQLException {
    if (comparison.plugins.has(Plugins.CHECKS)) {
      compareChecks();
    }
    if (comparison.plugins.has(Plugins.EXCLUSIONS)
        && comparison.context.dialect().supports(Capability.EXCLUSION_CONSTRAINTS)) {
      compareExclusions();
    }
  }

  private static <T extends Constraint> List<T> of(Class<T> kind, Table table) {
    return table.constraints().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void compareChecks() throws SQLException {
    Map<String, Check> actual = new TreeMap<>();
    List<String> nameless = new ArrayList<>();
    for (Check check : of(Check.class, table.actual)) {
      if (check.name() == null) {
        nameless.add(table.inspector.sql(check.condition()));
      } else if (comparison.includesName(check.name(), ObjectType.CHECK_CONSTRAINT, table.name)) {
        actual.put(table.inspector.key(check.name()), check);
      }
    }
    Map<String, Check> wanted = new TreeMap<>();
    List<Check> unnamed = new ArrayList<>();
    for (Check check : of(Check.class, table.wanted)) {
      if (check.name() == null) {
        unnamed.add(check);
      } else {
        wanted.put(key(check.name()), check);
      }
    }
    Map<String, Check> ofTypes = new TreeMap<>();
    for (Column column : table.wanted.columns()) {
      Optional<Check> check = table.inspector.typeCheck(column, table.wanted);
      check.ifPresent(found -> {
        if (found.name() == null) {
          unnamed.add(found);
        } else {
          ofTypes.put(key(found.name()), found);
        }
      });
    }
    List<Check> withoutPartner = new ArrayList<>();
    for (Map.Entry<String, Check> entry : actual.entrySet()) {
      boolean isWanted = wanted.containsKey(entry.getKey()) || ofTypes.containsKey(entry.getKey());
      if (!isWanted && !standsFor(entry.getValue(), unnamed)) {
        withoutPartner.add(entry.getValue());
      }
    }
    for (Check check : withoutPartner) {
      if (includes(check, ObjectType.CHECK_CONSTRAINT, true, null)) {
        drop(check);
      }
    }
    for (Map.Entry<String, Check> entry : wanted.entrySet()) {
      Check present = actual.get(entry.getKey());
      if (present != null
          && isChanged(present, entry.getValue())
          && includes(entry.getValue(), ObjectType.CHECK_CONSTRAINT, false, present)) {
        drop(present);
        table.found(new AddConstraintOp(table.name, entry.getValue()));
      }
    }
    for (Map.Entry<String, Check> entry : wanted.entrySet()) {
      if (!actual.containsKey(entry.getKey())
          && !isAmong(nameless, entry.getValue())
          && includes(entry.getValue(), ObjectType.CHECK_CONSTRAINT, false, null)) {
        table.found(new AddConstraintOp(table.name, entry.getValue()));
      }
    }
  }

  private String key(Name name) {
    return table.inspector.key(Name.of(table.inspector.writtenName(name)));
  }

  /** A condition that the database has under a name of its own invention is there. */
  private boolean isAmong(List<String> conditions, Check target) {
    String wanted = table.inspector.sql(target.condition());
    return conditions.stream().anyMatch(actual -> table.inspector.isSameSql(actual, wanted));
  }

  private boolean standsFor(Check present, List<Check> unnamed) throws SQLException {
    if (unnamed.isEmpty()) {
      return false;
    }
    String condition = table.inspector.sql(present.condition());
    for (Check check : unnamed) {
      if (table.inspector.isSameSql(condition, table.inspector.sql(check.condition()))) {
        return true;
      }
    }
    Optional<Table> asRead = table.asRead();
    if (asRead.isPresent()) {
      return of(Check.class, asRead.get()).stream()
          .anyMatch(check -> condition.equals(table.inspector.sql(check.condition())));
    }
    for (Check check : unnamed) {
      // Where the database does not tell, it is better to leave a check than to drop the model's
      // own.
      if (meaning(condition, check) != Meaning.DIFFERENT) {
        return true;
      }
    }
    return false;
  }

  private Meaning meaning(String condition, Check target) throws SQLException {
    return table.compareSql(condition, table.inspector.sql(target.condition()));
  }

  private boolean isChanged(Check present, Check target) throws SQLException {
    if (!comparison.plugins.has(Plugins.CHECK_CONDITIONS)) {
      return false;
    }
    String condition = table.inspector.sql(present.condition());
    if (table.inspector.isSameSql(condition, table.inspector.sql(target.condition()))) {
      return false;
    }
    Optional<Check> read = table.asRead().stream()
        .flatMap(asRead -> of(Check.class, asRead).stream())
        .filter(check -> check.name() != null
            && key(check.name()).equals(key(Objects.requireNonNull(target.name()))))
        .findFirst();
    if (read.isPresent()) {
      return !condition.equals(table.inspector.sql(read.get().condition()));
    }
    Meaning meaning = meaning(condition, target);
    if (meaning == Meaning.UNDECIDED) {
      table.undecided(
          "The condition of check '" + target.name() + "'",
          condition,
          table.inspector.sql(target.condition()));
    }
    return meaning == Meaning.DIFFERENT;
  }

  private void compareExclusions() throws SQLException {
    Map<String, Exclude> actual = new TreeMap<>();
    of(Exclude.class, table.actual)
        .forEach(exclude ->
            actual.put(table.inspector.key(Objects.requireNonNull(exclude.name())), exclude));
    Map<String, Exclude> wanted = new TreeMap<>();
    for (Exclude exclude : of(Exclude.class, table.wanted)) {
      if (exclude.name() != null) {
        wanted.put(key(exclude.name()), exclude);
      }
    }
    boolean hasUnnamed =
        of(Exclude.class, table.wanted).stream().anyMatch(exclude -> exclude.name() == null);
    actual.forEach((key, exclude) -> {
      if (!wanted.containsKey(key)
          && !hasUnnamed
          && includes(exclude, ObjectType.EXCLUDE_CONSTRAINT, true, null)) {
        drop(exclude);
      }
    });
    wanted.forEach((key, exclude) -> {
      if (!actual.containsKey(key)
          && includes(exclude, ObjectType.EXCLUDE_CONSTRAINT, false, null)) {
        table.found(new AddConstraintOp(table.name, exclude));
      }
    });
  }

  private boolean includes(
      Constraint constraint, ObjectType type, boolean isReflected, @Nullable Constraint other) {
    return comparison.includesObject(
        constraint, constraint.name(), type, table.name, isReflected, other);
  }

  private void drop(Constraint constraint) {
    ConstraintKind kind = constraint.kind();
    table.found(new DropConstraintOp(table.name, constraint.name(), kind, false, constraint));
  }
}
