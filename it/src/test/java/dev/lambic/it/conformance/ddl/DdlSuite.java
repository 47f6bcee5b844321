package dev.lambic.it.conformance.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.DialectSettings;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.LambicException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.it.conformance.Differences;
import dev.lambic.it.conformance.Suite;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Directives, types and scripts: the statements for each dialect. */
public final class DdlSuite implements Suite {
  /** What Lambic calls the kinds of errors of the format. */
  private static final Map<String, Set<ProblemId>> ERRORS = Map.of(
      "unsupported",
      Set.of(ProblemId.UNSUPPORTED_OPERATION, ProblemId.UNSUPPORTED_TYPE),
      "cannot-render",
      Set.of(
          ProblemId.UNSUPPORTED_OPERATION,
          ProblemId.UNSUPPORTED_TYPE,
          ProblemId.UNSUPPORTED_VALUE,
          ProblemId.INCOMPLETE_OPERATION),
      "identifier-too-long",
      Set.of(ProblemId.IDENTIFIER_TOO_LONG),
      "command",
      Set.of(
          ProblemId.INCOMPLETE_OPERATION,
          ProblemId.NEEDS_DATABASE,
          ProblemId.UNKNOWN_REVISION,
          ProblemId.MULTIPLE_HEADS,
          ProblemId.MISSING_OPTION),
      "invalid-request",
      Set.of(ProblemId.UNNAMED_CONSTRAINT),
      "bad-argument",
      Set.of(
          ProblemId.INCOMPLETE_OPERATION,
          ProblemId.UNKNOWN_CONSTRAINT,
          ProblemId.UNKNOWN_COLUMN,
          ProblemId.UNKNOWN_OPTION,
          ProblemId.UNSUPPORTED_TYPE));

  @Override
  public boolean isCase(JsonNode element) {
    return element.has("directive") && element.has("op");
  }

  @Override
  public void check(JsonNode json, Differences found) {
    List<String> dialects = new ArrayList<>(List.of(json.get("dialect").textValue()));
    dialects.addAll(Fields.texts(json.path("also")));
    for (String dialect : dialects) {
      new OneDialect(json, dialect, found).check();
    }
  }

  @Override
  public void close() {}

  /** A case on one dialect. */
  private static final class OneDialect {
    private final JsonNode json;
    private final JsonNode op;
    private final String dialect;
    private final Differences found;
    private final List<String> actual = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private String script;
    private LambicException failure;
    private IllegalArgumentException refusal;

    OneDialect(JsonNode json, String dialect, Differences found) {
      this.json = json;
      this.op = json.path("op");
      this.dialect = dialect;
      this.found = found;
    }

    void check() {
      run();
      checkWarnings();
      List<String> recorded = Fields.texts(json.path("sql"));
      if (matches(recorded)
          || isOwnAnswer()
          || Deviations.refusesLongName(dialect, failure, recorded)
          || Deviations.writesMoreLiterals(json, failure)) {
        return;
      }
      report(recorded);
    }

    private void checkWarnings() {
      boolean isRecorded = Deviations.warns(json);
      if (failure == null
          && refusal == null
          && script == null
          && isRecorded == warnings.isEmpty()) {
        found.add(dialect, "warnings: " + json.path("warnings"), "warnings: " + warnings);
      }
    }

    private void run() {
      try {
        if (op.path("kind").textValue().equals("script")) {
          ScriptRun run = new ScriptRun(op, dialect);
          try {
            run.run();
          } finally {
            script = run.output();
          }
        } else {
          statements().forEach(sql -> actual.add(sql.strip()));
        }
      } catch (LambicException e) {
        failure = e;
      } catch (IllegalArgumentException e) {
        refusal = e;
      }
    }

    private List<String> statements() {
      JsonNode context = json.path("context");
      Dialect own = Dialects.named(dialect).with(settings(context));
      if (!op.path("kind").textValue().equals("version_table")) {
        MigrateOperation operation = OperationReader.of(op);
        warnings.addAll(own.warnings(operation));
        return own.statements(operation);
      }
      VersionTable table = new VersionTable(
          new TableName(
              Fields.name(context.path("version_table_schema")),
              context.hasNonNull("version_table")
                  ? Fields.name(context.path("version_table"))
                  : Name.of(VersionTable.DEFAULT_NAME)),
          !Boolean.FALSE.equals(Fields.bool(context, "version_table_pk")));
      return switch (Fields.text(op, "action")) {
        case "create" -> own.statements(new CreateTableOp(table.definition()));
        case "insert" -> List.of(own.insertVersion(table, Fields.text(op, "revision")));
        case "delete" -> List.of(own.deleteVersion(table, Fields.text(op, "revision")));
        default ->
          List.of(own.updateVersion(table, Fields.text(op, "from"), Fields.text(op, "to")));
      };
    }

    private static DialectSettings settings(JsonNode context) {
      DialectSettings settings = DialectSettings.DEFAULT
          .offline()
          .literalBinds(!Boolean.FALSE.equals(Fields.bool(context, "literal_binds")))
          .defaultSchema(Fields.text(context, "default_schema_name"));
      if (context.hasNonNull("naming_convention")) {
        settings = settings.naming(OperationReader.convention(context.get("naming_convention")));
      }
      JsonNode server = context.path("server");
      if (server.has("version")) {
        List<Integer> version = new ArrayList<>();
        server.get("version").forEach(part -> version.add(part.intValue()));
        settings = settings.serverVersion(version);
      }
      return settings.backslashEscapes(Fields.bool(server, "backslash_escapes"));
    }

    private boolean matches(List<String> recorded) {
      if (json.has("error")) {
        return isExpectedError();
      }
      if (failure != null || refusal != null) {
        return false;
      }
      if (script != null) {
        String raw = json.path("raw").textValue();
        String expected = dialect.equals("oracle") ? Deviations.withoutReturningInto(raw) : raw;
        return script.equals(expected)
            || (json.has("nondet") && lines(script).equals(lines(expected)));
      }
      List<String> expected = normal(Deviations.expected(dialect, op, recorded));
      List<String> own = normal(Deviations.withoutComments(op, actual));
      if (json.has("nondet")) {
        return words(own).equals(words(expected));
      }
      for (JsonNode range : json.path("unordered")) {
        sort(expected, range);
        sort(own, range);
      }
      return own.equals(expected);
    }

    /** To a known defect Lambic has an answer of its own, which is recorded for the cases that are carried here. */
    private boolean isOwnAnswer() {
      if (!Deviations.isKnownDefect(json) || refusal != null) {
        return false;
      }
      List<String> own =
          failure == null ? normal(actual) : List.of(failure.problem().headline());
      List<String> recorded = Answers.of(json.path("id").asText(), dialect);
      return recorded == null || recorded.equals(own);
    }

    private boolean isExpectedError() {
      String category = json.path("error").path("category").textValue();
      if (refusal != null) {
        return category.equals("bad-argument") || category.equals("cannot-render");
      }
      return failure != null
          && ERRORS.getOrDefault(category, Set.of()).contains(failure.problem().id());
    }

    private static List<String> normal(List<String> sql) {
      return new ArrayList<>(sql.stream().map(Sql::normal).toList());
    }

    private static void sort(List<String> sql, JsonNode range) {
      int from = range.get(0).intValue();
      int to = Math.min(range.get(1).intValue(), sql.size());
      if (from < to) {
        sql.subList(from, to).sort(null);
      }
    }

    /** What varies from run to run is the order of some pieces. */
    private static List<String> words(List<String> sql) {
      return sql.stream()
          .flatMap(statement -> Arrays.stream(statement.split("[ ,()]+")))
          .sorted()
          .toList();
    }

    private static List<String> lines(String text) {
      return text.lines().sorted().toList();
    }

    private void report(List<String> recorded) {
      String expected = json.has("error")
          ? json.path("error").toString()
          : script == null ? String.join("\n", recorded) : json.path("raw").textValue();
      String outcome =
          failure != null ? failure.getMessage() : refusal != null ? refusal.toString() : "";
      String own = script == null ? String.join("\n", actual) : script;
      found.add(dialect, expected, own + outcome);
    }
  }
}
