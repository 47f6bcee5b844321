package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether another answer than Alembic's is a better one: the sections "Autogenerate" of {@code
 * docs/compatibility.md}. The database itself is the judge, through the tests' own reader of its catalogue: with Lambic's
 * operations the tables that are in question become just what the model makes of an empty database, which they are not
 * when the operations that Alembic lacks are left out; what Alembic has beyond that changes nothing, or destroys. The
 * downgrade brings the tables back.
 */
final class Deviations {
  private final JsonNode json;
  private final Databases.Fresh database;
  private final List<MigrateOperation> upgrade;
  private final List<MigrateOperation> downgrade;
  private final List<String> own;
  private final List<String> recorded;

  /**
   * Compares two answers.
   *
   * @param upgrade Lambic's operations, as they run on the database
   * @param own Lambic's operations as lines
   * @param recorded Alembic's operations as lines
   */
  Deviations(
      JsonNode json,
      Databases.Fresh database,
      List<MigrateOperation> upgrade,
      List<MigrateOperation> downgrade,
      List<String> own,
      List<String> recorded) {
    this.json = json;
    this.database = database;
    this.upgrade = upgrade;
    this.downgrade = downgrade;
    this.own = own;
    this.recorded = recorded;
  }

  boolean isBetter(Set<String> tables) throws SQLException {
    List<String> extra = minus(own, recorded);
    List<String> missing = minus(recorded, own);
    if (extra.isEmpty() && missing.isEmpty()) {
      // Another order: it has to run where Alembic's does not.
      return Set.of("fails", "differs").contains(json.path("apply").asText());
    }
    List<String> before = read(tables);
    Operations op = database.operations(json.path("model"));
    upgrade.forEach(op::invoke);
    List<String> after = read(tables);
    downgrade.forEach(op::invoke);
    List<String> back = read(tables);
    database.reset();
    database.createSchemas(json.path("database"));
    database.create(json.path("model"));
    List<String> model = read(tables);
    database.reset();
    return after.equals(model)
        && back.equals(before)
        && (extra.isEmpty() || !withoutExtra(extra, tables).equals(model));
  }

  /** Returns what the tables become with those operations alone that Alembic has too. */
  private List<String> withoutExtra(List<String> extra, Set<String> tables) throws SQLException {
    database.create(json.path("database"));
    if (own.size() != upgrade.size()) {
      // They run in batches, of which each is for one table: without them it stays.
      return read(tables);
    }
    Operations op = database.operations(json.path("model"));
    try {
      for (int i = 0; i < own.size(); i++) {
        if (!extra.contains(own.get(i))) {
          op.invoke(upgrade.get(i));
        }
      }
    } catch (RuntimeException e) {
      return List.of("does not run without what Alembic lacks");
    }
    return read(tables);
  }

  private List<String> read(Set<String> tables) throws SQLException {
    Catalogue catalogue = database.catalogue().inAnyColumnOrder();
    List<String> lines = new ArrayList<>();
    for (Catalogue.Table table : catalogue.tables()) {
      if (tables.contains(table.name())) {
        // A column that has once been numbered stays so: neither Alembic nor Lambic takes that
        // away.
        lines.addAll(List.of(table
            .toString()
            .replaceAll(" default nextval\\('[^']*'::regclass\\)", "")
            .split("\n")));
      }
    }
    List<String> enums = json.path("model").findValuesAsText("enum_name");
    for (Catalogue.Thing type : catalogue.objects("enum")) {
      if (enums.contains(type.name())) {
        lines.add(type.toString());
      }
    }
    return json.path("dialect").asText().equals("sqlite")
        ? lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).sorted().toList()
        : lines;
  }

  private static List<String> minus(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  /** Returns the tables, as the catalogue names them, of operations that one answer has and the other has not. */
  static Set<String> tablesOf(List<JsonNode> operations) {
    Set<String> tables = new TreeSet<>();
    for (JsonNode operation : operations) {
      String schema =
          operation.path("schema").asText(operation.path("source_schema").asText(""));
      if (operation.has("table")) {
        tables.add(
            (schema.isEmpty() ? "" : schema + ".") + operation.get("table").asText());
      }
    }
    return tables;
  }
}
