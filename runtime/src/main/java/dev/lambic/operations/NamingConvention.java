package dev.lambic.operations;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What gives a name to constraints and indexes that have none: templates with Alembic's keys and tokens, such as {@code
 * fk} and {@code fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s}. A template with {@code
 * %(constraint_name)s} also changes names that were given, unless they are final ({@link Name#exact}). The names that
 * come out are final.
 *
 * @param templates templates by their keys: {@code ix}, {@code uq}, {@code ck}, {@code fk}, {@code pk}
 */
public record NamingConvention(Map<String, String> templates) {
  private static final List<String> KEYS = List.of("ix", "uq", "ck", "fk", "pk");
  private static final String CONSTRAINT_NAME = "constraint_name";
  private static final String STANDARD_INDEX = "ix_%(column_0_label)s";

  /** Apart, so that a run with nothing to do loads no pattern. */
  private static final class Tokens {
    static final Pattern TOKEN = Pattern.compile("%\\(([^)]*)\\)s");
    static final Pattern COLUMN =
        Pattern.compile("(referred_)?column_(\\d+)(_?N)?_(name|key|label)");
  }

  /** The convention where none is configured: an index without a name is called {@code ix_<table>_<column>}. */
  public static final NamingConvention STANDARD =
      new NamingConvention(Map.of("ix", STANDARD_INDEX));

  public NamingConvention {
    Map<String, String> checked = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : templates.entrySet()) {
      String key = entry.getKey();
      String template = entry.getValue();
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "a naming convention has templates for " + KEYS + ", not for '" + key + "'");
      }
      checked.put(key, Objects.requireNonNull(template, key));
      if (!template.equals(STANDARD_INDEX)) {
        checkTokens(template);
      }
    }
    checked.putIfAbsent("ix", STANDARD_INDEX);
    templates = Collections.unmodifiableMap(checked);
  }

  private static void checkTokens(String template) {
    Tokens.TOKEN.matcher(template).results().forEach(token -> checkToken(token.group(1), template));
  }

  private static void checkToken(String token, String template) {
    if (!List.of("table_name", "referred_table_name", CONSTRAINT_NAME).contains(token)
        && !Tokens.COLUMN.matcher(token).matches()) {
      throw new IllegalArgumentException("the naming convention '" + template + "' uses the token '"
          + token + "', which does not exist");
    }
  }

  /** Returns a convention that so far names indexes alone. */
  public static NamingConvention of(String key, String template) {
    return STANDARD.with(key, template);
  }

  /** Returns this convention with one more template. */
  public NamingConvention with(String key, String template) {
    Map<String, String> extended = new LinkedHashMap<>(templates);
    extended.put(key, template);
    return new NamingConvention(extended);
  }

  /** Returns an index of a table under its name by this convention. */
  public Index name(Index index) {
    List<Name> columns = index.elements().stream()
        .map(element -> element instanceof Ordered ordered ? ordered.element() : element)
        .filter(ColumnReference.class::isInstance)
        .map(element -> ((ColumnReference) element).column())
        .toList();
    return index.named(
        name("ix", index.name(), new Subject(index.table(), columns, null, List.of())));
  }

  /** Returns a constraint of a table under its name by this convention, or unchanged when that says nothing. */
  public Constraint name(TableName table, Constraint constraint) {
    Name changed = name(table, constraint.kind(), constraint.name(), constraint);
    return Objects.equals(changed, constraint.name()) ? constraint : constraint.named(changed);
  }

  /** Returns the name of a constraint, of which nothing but kind and name may be known, by this convention. */
  public @Nullable Name name(
      TableName table,
      @Nullable ConstraintKind kind,
      @Nullable Name given,
      @Nullable Constraint constraint) {
    List<Name> columns = constraint == null ? List.of() : constraint.columns();
    ForeignKey key = constraint instanceof ForeignKey foreign ? foreign : null;
    Subject subject = new Subject(
        table,
        columns,
        key == null ? null : key.referent().name(),
        key == null ? List.of() : key.referentColumns());
    return name(keyOf(kind), given, subject);
  }

  /** Returns the name of the check that a type brings along, by this convention. */
  public @Nullable Name checkName(TableName table, @Nullable Name given) {
    return name(table, ConstraintKind.CHECK, given, null);
  }

  private static @Nullable String keyOf(@Nullable ConstraintKind kind) {
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case PRIMARY_KEY -> "pk";
      case UNIQUE -> "uq";
      case CHECK -> "ck";
      case FOREIGN_KEY -> "fk";
      case EXCLUDE -> null;
    };
  }

  private @Nullable Name name(@Nullable String key, @Nullable Name given, Subject subject) {
    String template = key == null ? null : templates.get(key);
    boolean isNamed = given != null && (template == null || !template.contains(CONSTRAINT_NAME));
    if (template == null || isNamed || (given != null && given.isFinal())) {
      return given;
    }
    Matcher tokens = Tokens.TOKEN.matcher(template);
    StringBuilder name = new StringBuilder();
    while (tokens.find()) {
      tokens.appendReplacement(
          name, Matcher.quoteReplacement(value(tokens.group(1), given, subject, template)));
    }
    tokens.appendTail(name);
    return new Name(
        name.toString(), given == null ? Name.Quoting.WHEN_NEEDED : given.quoting(), true);
  }

  /** What a name is made for. */
  private record Subject(
      TableName table,
      List<Name> columns,
      @Nullable Name referredTable,
      List<Name> referredColumns) {}

  private static String value(
      String token, @Nullable Name given, Subject subject, String template) {
    return switch (token) {
      case "table_name" -> subject.table().name().text();
      case CONSTRAINT_NAME ->
        known(given, "a name of its own", subject, template).text();
      case "referred_table_name" ->
        known(subject.referredTable(), "a table that it refers to", subject, template)
            .text();
      default -> columnValue(token, subject, template);
    };
  }

  private static String columnValue(String token, Subject subject, String template) {
    Matcher parts = Tokens.COLUMN.matcher(token);
    if (!parts.matches()) {
      throw new IllegalStateException("unchecked token " + token);
    }
    List<Name> columns = parts.group(1) == null ? subject.columns() : subject.referredColumns();
    Function<Name, String> text =
        parts.group(4).equals("label") ? column -> label(subject.table(), column) : Name::text;
    String multiple = parts.group(3);
    int position = Integer.parseInt(parts.group(2), 10);
    if (multiple == null || columns.isEmpty()) {
      Name column = position < columns.size() ? columns.get(position) : null;
      return text.apply(known(column, "a column " + position, subject, template));
    }
    String separator = multiple.startsWith("_") ? "_" : "";
    return columns.stream().map(text).collect(Collectors.joining(separator));
  }

  private static String label(TableName table, Name column) {
    String qualified = table.schema() == null
        ? table.name().text()
        : table.schema().text().replace('.', '_') + "_" + table.name().text();
    return qualified + "_" + column.text();
  }

  private static Name known(@Nullable Name name, String what, Subject subject, String template) {
    if (name == null) {
      throw new MigrationException(Problem.of(
              ProblemId.UNNAMED_CONSTRAINT,
              "The naming convention needs " + what + " to name a constraint or index of '"
                  + subject.table() + "'.")
          .with("convention", template)
          .fix("give it a name of its own; 'exact(\"...\")' keeps the convention away from it."));
    }
    return name;
  }
}
