package dev.lambic.autogenerate.hibernate;

import dev.lambic.dialect.Inspector;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Identity;
import dev.lambic.schema.SqlType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;

/** Describes columns as Hibernate would define them. */
final class ColumnReader {
  private static final Pattern GENERATED = Pattern.compile(
      "(?is)\\s*(?:generated\\s+always\\s+)?as\\s*\\((.*)\\)\\s*(stored|virtual|persisted)?\\s*");

  private final Inspector inspector;
  private final Metadata metadata;
  private final Names names;
  private final Map<String, EnumType> enums;
  private final Dialect hibernate;

  /**
   * Makes a reader of a model's columns.
   *
   * @param enums the enumerations that are types of their own, by their names in lower case
   */
  ColumnReader(Inspector inspector, Metadata metadata, Names names, Map<String, EnumType> enums) {
    this.inspector = inspector;
    this.metadata = metadata;
    this.names = names;
    this.enums = enums;
    this.hibernate = metadata.getDatabase().getDialect();
  }

  Column read(Table table, org.hibernate.mapping.Column source) {
    ColumnDefinition definition = ColumnDefinition.parse(source.getSqlType(metadata));
    if (!definition.rest().isEmpty()) {
      throw untranslatable(table, source, definition);
    }
    Column column =
        Column.of(names.of(source), type(source, definition)).comment(source.getComment());
    boolean isComputed = source.getGeneratedAs() != null;
    boolean isNullable = source.isNullable() && !Boolean.FALSE.equals(definition.nullable());
    if (!isComputed || hibernate.supportsNotNullAfterGeneratedAs()) {
      column = column.nullable(isNullable);
    }
    if (source.isIdentity()) {
      return inspector.hasIdentity()
          ? column.serverDefault(Identity.byDefault())
          : column.autoincrement(true);
    }
    column = column.autoincrement(false);
    if (isComputed) {
      return column.serverDefault(computed(source.getGeneratedAs()));
    }
    if (source.getDefaultValue() != null) {
      return column.serverDefault(
          new SqlText(hibernate.getColumnDefaultString(source.getDefaultValue())));
    }
    return definition.defaultSql() == null
        ? column
        : column.serverDefault(new SqlText(definition.defaultSql()));
  }

  /** Whether it is stored is up to Hibernate's dialect. */
  private Computed computed(String expression) {
    String written = hibernate.generatedAs(expression);
    Matcher parts = GENERATED.matcher(written);
    if (!parts.matches()) {
      return new Computed(expression, null);
    }
    String kept = parts.group(2);
    return new Computed(
        parts.group(1).strip(), kept == null ? null : !kept.equalsIgnoreCase("virtual"));
  }

  private SqlType type(org.hibernate.mapping.Column source, ColumnDefinition definition) {
    String collation = source.getCollation();
    String sql = definition.type()
        + (collation == null ? "" : " collate " + hibernate.quoteCollation(collation));
    EnumType enumeration = enums.get(definition.type().toLowerCase(Locale.ROOT));
    return enumeration == null ? withEnums(inspector.readType(sql)) : enumeration;
  }

  private SqlType withEnums(SqlType type) {
    if (!(type instanceof SqlType.ArrayType array)) {
      return type;
    }
    EnumType item = array.item() instanceof SqlType.NativeType unknown
        ? enums.get(unknown.sql().toLowerCase(Locale.ROOT))
        : null;
    return item == null ? type : new SqlType.ArrayType(item, array.dimensions());
  }

  private EnvironmentException untranslatable(
      Table table, org.hibernate.mapping.Column source, ColumnDefinition definition) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.MODEL_UNTRANSLATABLE,
                "The definition of column '" + source.getName() + "' of table '" + table.getName()
                    + "' says more than a type, a default and whether it may hold NULL.")
            .where(entityOf(table))
            .with("definition", source.getSqlType(metadata))
            .with("not understood", definition.rest())
            .fix(
                "say it with an annotation of its own, such as @ForeignKey, @Check or @ColumnDefault."));
  }

  private String entityOf(Table table) {
    return metadata.getEntityBindings().stream()
        .filter(entity -> entity.getTable().equals(table))
        .map(org.hibernate.mapping.PersistentClass::getEntityName)
        .sorted()
        .findFirst()
        .map(entity -> "entity " + entity)
        .orElse("table " + table.getName());
  }
}
