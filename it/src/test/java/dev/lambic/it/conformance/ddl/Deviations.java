package dev.lambic.it.conformance.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.dialect.Dialects;
import dev.lambic.error.LambicException;
import dev.lambic.error.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Lambic's answer is another one on purpose: the rules of {@code docs/compatibility.md}, section "DDL". Each says
 * exactly what may differ, so that the rest of a case is still checked.
 */
final class Deviations {
  private static final Pattern RETURNING_INTO =
      Pattern.compile(" RETURNING \\S+ INTO :ret_0(?=$|\\n)", Pattern.MULTILINE);
  private static final Pattern TEXT_LENGTH = Pattern.compile("\\bTEXT\\(\\d+\\)");

  /** The known defects on which Lambic has an answer of its own. */
  private static final Set<String> QUIRKS = Set.of(
      "pg-backslash",
      "internal-failure",
      "oracle-column-comment",
      "identity-set",
      "sqlite-alter-column",
      "sqlite-comment",
      "column-check-lost",
      "inline-references-lost",
      "inline-primary-key-lost",
      "if-not-exists-ignored",
      "if-exists-ignored",
      "pg-enum-type-not-created",
      "batch-index-twice",
      "tab",
      "no-table",
      "unbound-name");

  private Deviations() {}

  /** Tells whether a case is one of the format's known defects, on all of which Lambic has an answer of its own. */
  static boolean isKnownDefect(JsonNode testCase) {
    String quirk = testCase.path("quirk").asText("");
    return !quirk.isEmpty()
        && List.of(quirk.split("; ")).stream()
            .map(part -> part.split(":")[0].strip())
            .allMatch(QUIRKS::contains);
  }

  /** A script for Oracle's client cannot use a variable that it does not declare. */
  static String withoutReturningInto(String sql) {
    return RETURNING_INTO.matcher(sql).replaceAll("");
  }

  /** Returns Alembic's statements, less what Lambic leaves out or writes otherwise. */
  static List<String> expected(String dialect, JsonNode op, List<String> sql) {
    List<String> expected = new ArrayList<>();
    for (String statement : sql) {
      String changed = dialect.equals("oracle") ? withoutReturningInto(statement) : statement;
      if (dialect.equals("postgresql")) {
        changed = TEXT_LENGTH.matcher(changed).replaceAll("TEXT");
      }
      if (op.hasNonNull("existing_comment")) {
        changed = changed.replace("sp_addextendedproperty", "sp_updateextendedproperty");
      }
      String schema = op.path("schema").asText("");
      if (schema.contains(".") && !dialect.equals("mssql") && !schema.contains("\"")) {
        String quote = dialect.equals("mysql") || dialect.equals("mariadb") ? "`" : "\"";
        String whole = quote + schema + quote;
        changed = changed.contains(whole) ? changed : changed.replace(schema + ".", whole + ".");
      }
      expected.add(changed);
    }
    return expected;
  }

  /** Alembic lets names pass that the database refuses or cuts. */
  static boolean refusesLongName(String dialect, LambicException failure, List<String> sql) {
    if (failure == null || failure.problem().id() != ProblemId.IDENTIFIER_TOO_LONG) {
      return false;
    }
    int most = Dialects.named(dialect).longestName();
    return sql.stream()
        .anyMatch(statement -> List.of(statement.split("[^\\p{L}\\p{N}_$]+")).stream()
            .anyMatch(word -> word.length() > most));
  }

  /** Alembic has no literal for bytes, documents and spans of time; Lambic has. */
  static boolean writesMoreLiterals(JsonNode testCase, LambicException failure) {
    return failure == null
        && testCase.path("op").path("kind").asText().equals("bulk_insert")
        && testCase
            .path("error")
            .path("message")
            .asText()
            .matches("(?s).*(Could not render literal|No literal value renderer).*");
  }

  /** Tells whether a case warns; that MariaDB reads an option of MySQL's is no reason here. */
  static boolean warns(JsonNode testCase) {
    return testCase.path("warnings").findValuesAsText("class").stream()
        .anyMatch(kind -> !kind.equals("SADeprecationWarning"));
  }

  /** A comment on a table that is built anew is kept. */
  static List<String> withoutComments(JsonNode op, List<String> actual) {
    boolean isBatchWithComment = op.path("kind").asText().equals("batch_alter_table")
        && op.path("ops").findValuesAsText("kind").contains("create_table_comment");
    if (!isBatchWithComment) {
      return actual;
    }
    return actual.stream()
        .filter(statement -> !statement.startsWith("COMMENT ON TABLE"))
        .map(statement -> statement.replaceAll("\\)COMMENT='[^']*'$", ")"))
        .toList();
  }
}
