package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.IncludeName.Parents;
import dev.lambic.autogenerate.IncludeObject.Candidate;
import dev.lambic.autogenerate.ObjectType;
import dev.lambic.it.conformance.ddl.Fields;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Reads the options of a case. */
final class CaseOptions {
  private final JsonNode json;

  CaseOptions(JsonNode json) {
    this.json = json;
  }

  AutogenerateOptions read() {
    AutogenerateOptions options = AutogenerateOptions.DEFAULT
        .allowDestructive(true)
        .compareType(json.path("compare_type").asBoolean(true))
        .compareServerDefault(json.path("compare_server_default").asBoolean(false))
        .includeSchemas(json.path("include_schemas").asBoolean(false))
        .includeName(this::includesName)
        .includeObject(this::includesObject);
    return json.has("autogenerate_plugins")
        ? options.plugins(Fields.texts(json.get("autogenerate_plugins")).toArray(String[]::new))
        : options;
  }

  /** Some cases hide by a filter what the script needs, or what is there already. */
  static boolean leavesOutWhatIsNeeded(JsonNode json) {
    JsonNode options = json.path("options");
    boolean isFiltered = options.properties().stream()
        .anyMatch(option -> option.getKey().startsWith("exclude_")
            || option.getKey().startsWith("ignore_")
            || option.getKey().startsWith("only_"));
    boolean hasSchemas = json.path("database").has("schemas") && !options.has("include_schemas");
    return json.path("apply").asText().equals("fails") && (isFiltered || hasSchemas);
  }

  TableName versionTable() {
    String name =
        json.hasNonNull("version_table") ? json.get("version_table").asText() : "alembic_version";
    String schema = Fields.text(json, "version_table_schema");
    return new TableName(schema == null ? null : Name.of(schema), Name.of(name));
  }

  private boolean lists(String field, String name) {
    for (JsonNode element : json.path(field)) {
      if (element.isNull() ? name == null : element.textValue().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean includesName(String name, ObjectType type, Parents parents) {
    return switch (type) {
      case SCHEMA -> !json.has("only_schemas") || lists("only_schemas", name);
      case TABLE ->
        !lists("ignore_table_names", name)
            && (!json.has("only_table_names") || lists("only_table_names", name));
      case COLUMN -> !lists("ignore_column_names", parents.table() + "." + name);
      case INDEX -> !lists("ignore_index_names", name);
      default -> !lists("ignore_constraint_names", name);
    };
  }

  private boolean includesObject(Candidate candidate) {
    String name = candidate.name();
    List<String> excluded = new ArrayList<>();
    switch (candidate.type()) {
      case TABLE -> excluded.add("exclude_tables");
      case INDEX -> excluded.add("exclude_indexes");
      case COLUMN -> {
        name = candidate.table().name().text() + "." + name;
        excluded.add("exclude_columns");
      }
      default -> excluded.add("exclude_constraints");
    }
    String excludedName = name;
    boolean isSkipped = candidate.isReflected()
        && candidate.compareTo() == null
        && lists("skip_reflected_only", candidate.type().text());
    return !isSkipped && excluded.stream().noneMatch(field -> lists(field, excludedName));
  }
}
