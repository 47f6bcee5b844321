package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.error.LambicException;
import dev.lambic.error.ProblemId;
import dev.lambic.it.conformance.Differences;
import dev.lambic.it.conformance.Suite;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Databases and models: the operations that lead from the one to the other, and back. */
public final class AutogenerateSuite implements Suite {
  private final Databases databases = new Databases();

  @Override
  public boolean isCase(JsonNode element) {
    return element.has("database") && element.has("model");
  }

  @Override
  public void check(JsonNode json, Differences found) throws Exception {
    new OneCase(json, found).check();
  }

  @Override
  public void close() {
    databases.close();
  }

  /** Returns an object with its fields, and those of all objects in it, in alphabetical order. */
  static ObjectNode canonical(JsonNode node) {
    Map<String, JsonNode> fields = new TreeMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    ObjectNode sorted = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> sorted.set(name, sorted(value)));
    return sorted;
  }

  private static JsonNode sorted(JsonNode value) {
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> array.add(sorted(element)));
      return array;
    }
    return value.isObject() ? canonical(value) : value;
  }

  /** A case, in a database of its own. */
  private final class OneCase {
    private final JsonNode json;
    private final Differences found;
    private final CaseOptions options;

    OneCase(JsonNode json, Differences found) {
      this.json = json;
      this.found = found;
      this.options = new CaseOptions(json.path("options"));
    }

    void check() throws Exception {
      try (Databases.Fresh database = databases.open(json.path("dialect").textValue())) {
        database.create(json.path("database"));
        Dialect dialect = database.dialect(json.path("model"));
        MigrationScript script = produced(database, dialect, false);
        OperationWriter writer = new OperationWriter(Inspector.of(dialect, database.connection()));
        List<JsonNode> upgrade = written(writer, script.upgradeOps().operations());
        List<JsonNode> downgrade = written(writer, script.downgradeOps().operations());
        MigrationScript runnable = produced(database, dialect, database.needsBatch());
        converges(database, dialect, runnable);
        if (!json.has("error")) {
          compare(database, runnable, upgrade, downgrade);
        }
      }
    }

    private MigrationScript produced(Databases.Fresh database, Dialect dialect, boolean batched) {
      AutogenerateOptions read = options.read().renderAsBatch(batched);
      return Autogenerate.produceMigrations(
              new AutogenerateContext(database.connection(), dialect, options.versionTable(), read),
              database.model(json.path("model")))
          .get(0);
    }

    private void compare(
        Databases.Fresh database,
        MigrationScript runnable,
        List<JsonNode> upgrade,
        List<JsonNode> downgrade)
        throws Exception {
      List<String> own = lines("upgrade", upgrade);
      List<String> recorded = lines("upgrade", recorded("upgrade"));
      Differences differences = new Differences();
      differences.equal("upgrade", String.join("\n", recorded), String.join("\n", own));
      differences.equal(
          "downgrade",
          String.join("\n", lines("downgrade", recorded("downgrade"))),
          String.join("\n", lines("downgrade", downgrade)));
      if (differences.isEmpty()) {
        return;
      }
      List<JsonNode> either = new ArrayList<>(upgrade);
      either.addAll(recorded("upgrade"));
      database.reset();
      database.create(json.path("database"));
      boolean isBetter = new Deviations(
              json,
              database,
              runnable.upgradeOps().operations(),
              runnable.downgradeOps().operations(),
              own,
              recorded)
          .isBetter(Deviations.tablesOf(either));
      if (!isBetter) {
        found.addAll(differences);
      }
    }

    private List<JsonNode> written(OperationWriter writer, List<MigrateOperation> operations) {
      return operations.stream().<JsonNode>map(writer::write).toList();
    }

    private List<JsonNode> recorded(String direction) {
      List<JsonNode> operations = new ArrayList<>();
      json.path(direction).forEach(operations::add);
      return operations;
    }

    /** Returns operations as lines; those in a range whose order has no meaning are sorted. */
    private List<String> lines(String direction, List<JsonNode> operations) {
      List<String> lines = new ArrayList<>();
      operations.forEach(
          operation -> lines.add(Normal.line(operation, json.path("dialect").textValue())));
      for (JsonNode range : json.path("unordered_ranges").path(direction)) {
        int to = Math.min(range.get(1).intValue(), lines.size());
        if (range.get(0).intValue() < to) {
          lines.subList(range.get(0).intValue(), to).sort(null);
        }
      }
      return lines;
    }

    /** What was generated has to run, and nothing may be left to do, unless Alembic's fails too. */
    private void converges(Databases.Fresh database, Dialect dialect, MigrationScript script) {
      if (script.upgradeOps().isEmpty() || CaseOptions.leavesOutWhatIsNeeded(json)) {
        return;
      }
      String apply = json.path("apply").asText("converges");
      Operations op = database.operations(json.path("model"));
      try {
        script.upgradeOps().operations().forEach(op::invoke);
      } catch (LambicException e) {
        boolean isUnnamed =
            apply.equals("unsupported") && e.problem().id() == ProblemId.INCOMPLETE_OPERATION;
        if (!apply.equals("fails") && !isUnnamed) {
          found.add("apply", apply, e.getMessage());
        }
        return;
      }
      MigrationScript rest = produced(database, dialect, false);
      if (!rest.upgradeOps().isEmpty()) {
        found.add("apply", "nothing is left", rest.upgradeOps().operations().toString());
      }
    }
  }
}
