package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.operations.NamingConvention;
import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Constant;
import dev.lambic.schema.Expression.FunctionCall;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Expression.NextValue;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How expressions, columns and constraints are written: the fourth chapter of every {@link Dialect}. */
abstract class SqlDefinitions extends SqlTypes {
  /** The functions of standard SQL that are written without parentheses. */
  private static final Set<String> WITHOUT_PARENTHESES = words("""
      current_date current_time current_timestamp current_user localtime localtimestamp session_user
      user""");

  /** Apart, so that a run with nothing to do loads no pattern. */
  private static final class Allowed {
    static final Pattern ACTION = Pattern.compile(
        "RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT", Pattern.CASE_INSENSITIVE);
    static final Pattern INITIALLY =
        Pattern.compile("DEFERRED|IMMEDIATE", Pattern.CASE_INSENSITIVE);
    static final Pattern WORD = Pattern.compile("\\w+");
  }

  SqlDefinitions(DialectSettings settings) {
    super(settings);
  }

  /** Returns what gives a name to constraints and indexes that have none. */
  final NamingConvention naming() {
    return settings.naming();
  }

  /** Returns the value of an option for this dialect, if it was given. */
  protected final Optional<Object> option(dev.lambic.schema.Options options, String name) {
    return options.get(id(), name);
  }

  /** Returns an option that is a list of names, or a single one, in quotes where they are needed. */
  protected final String names(Object value) {
    List<?> names = value instanceof List<?> list ? list : List.of(value);
    return names.stream()
        .map(name -> name instanceof Name given ? quote(given) : quote(Name.of(name.toString())))
        .collect(Collectors.joining(", "));
  }

  /** Returns an option that is an expression, or SQL as a string. */
  protected final String optionSql(Object value) {
    return value instanceof Expression expression ? expression(expression) : value.toString();
  }

  /** Returns an option that is one plain word, such as the name of an access method. */
  protected final String word(String option, Object value) {
    String text = value.toString();
    if (!Allowed.WORD.matcher(text).matches()) {
      throw Refusals.operation(
          id(),
          "read the option '" + id() + "_" + option + "' that is '" + text + "'",
          "use a single word of letters, digits and underscores.");
    }
    return text;
  }

  /** Returns an expression as it is written. */
  protected final String expression(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal(literal);
    }
    if (expression instanceof SqlText text) {
      return text.sql();
    }
    if (expression instanceof Ordered ordered) {
      return expression(ordered.element()) + (ordered.descending() ? " DESC" : " ASC");
    }
    if (expression instanceof FunctionCall call) {
      return function(call);
    }
    if (expression instanceof NextValue next) {
      return nextValue(next.sequence());
    }
    if (expression instanceof Constant constant) {
      return switch (constant) {
        case TRUE -> trueLiteral();
        case FALSE -> falseLiteral();
        case NULL -> "NULL";
      };
    }
    return quote(((ColumnReference) expression).column());
  }

  private String function(FunctionCall call) {
    String arguments =
        call.arguments().stream().map(this::expression).collect(Collectors.joining(", "));
    String name = call.name().toLowerCase(Locale.ROOT);
    if (call.arguments().isEmpty()) {
      String own = functionWithoutArguments(name);
      if (own != null) {
        return own;
      }
      if (WITHOUT_PARENTHESES.contains(name)) {
        return name.toUpperCase(Locale.ROOT);
      }
    }
    return call.name() + "(" + arguments + ")";
  }

  /** Returns what the database calls a function without arguments, whole; null for its name and parentheses. */
  protected @Nullable String functionWithoutArguments(String name) {
    return null;
  }

  /** Returns the expression for the next number of a sequence. */
  protected String nextValue(TableName sequence) {
    return "NEXT VALUE FOR " + quote(sequence);
  }

  /**
   * Alembic's rule for which column of a table the database numbers: one that says so, or the only one of the primary key
   * if it is an integer without default and foreign key.
   */
  protected final boolean isNumbered(Column column, Table table) {
    if (!table.isInPrimaryKey(column)) {
      return false;
    }
    if (Boolean.TRUE.equals(column.autoincrement())) {
      checkNumberable(column);
      return true;
    }
    boolean isAlone = table.primaryKey().map(key -> key.columns().size() == 1).orElse(false);
    return column.autoincrement() == null
        && isAlone
        && resolve(column.type()).family() == TypeFamily.INTEGER
        && column.defaultExpression() == null
        && column.computed() == null
        && table.foreignKeys().stream()
            .noneMatch(key -> key.columns().stream()
                .anyMatch(name -> name.text().equals(column.name().text())));
  }

  private static void checkNumberable(Column column) {
    TypeFamily family = column.type().family();
    if (family != TypeFamily.INTEGER
        && family != TypeFamily.NUMERIC
        && family != TypeFamily.OTHER) {
      throw Refusals.incomplete(
          "Column '" + column.name() + "' is to be numbered, but does not hold numbers.",
          "give it a type of numbers, or leave 'autoincrement' out.");
    }
  }

  /** Tells whether a sequence of the column's own keeps the database from numbering it. */
  protected final boolean isNumberedBySequence(Column column) {
    return column.sequence() != null && !column.sequence().isOptional();
  }

  /** Tells whether there are identity columns. */
  protected boolean hasIdentity() {
    return true;
  }

  /** Returns a column as it stands in CREATE TABLE and in ADD COLUMN. */
  protected String columnDefinition(Column column, Table table) {
    StringBuilder sql = new StringBuilder(quote(column.name()));
    sql.append(' ').append(typeSql(column.type()));
    boolean isNumbered = isNumbered(column, table) && !isNumberedBySequence(column);
    sql.append(defaultClause(column)).append(computedClause(column));
    if (column.identity() != null && hasIdentity()) {
      return sql.append(identityClause(column.identity())).toString();
    }
    sql.append(isNumbered ? numberedClause() : "");
    return sql.append(table.isNullable(column) ? "" : " NOT NULL").toString();
  }

  /** Returns what makes the database number a column that is no identity column. */
  protected String numberedClause() {
    return " GENERATED BY DEFAULT AS IDENTITY";
  }

  /** Returns the default of a column, or nothing. */
  protected String defaultClause(Column column) {
    Expression expression = column.defaultExpression();
    return expression == null ? "" : " " + defaultWords(expression);
  }

  /** Returns a default with the word for it, unless it says only what an update does: {@code ON UPDATE ...}. */
  protected final String defaultWords(Expression expression) {
    String sql = defaultSql(expression);
    return DefaultParts.parse(sql).value() == null ? sql : "DEFAULT " + sql;
  }

  /** Returns a default as it stands behind DEFAULT. */
  protected String defaultSql(Expression expression) {
    return expression(expression);
  }

  /** Returns the expression that a column is computed from, or nothing. */
  protected String computedClause(Column column) {
    Computed computed = column.computed();
    if (computed == null) {
      return "";
    }
    String kept = computed.persisted() == null ? "" : computed.persisted() ? " STORED" : " VIRTUAL";
    return " GENERATED ALWAYS AS (" + computed.sql() + ")" + kept;
  }

  /** Returns an identity as it stands behind a type. */
  protected String identityClause(Identity identity) {
    String options = sequenceOptions(identity.options());
    return " GENERATED " + (identity.isAlways() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
        + (options.isEmpty() ? "" : " (" + options + ")");
  }

  /** Returns how a sequence or identity runs. */
  protected String sequenceOptions(SequenceOptions options) {
    List<String> parts = new ArrayList<>();
    addIfGiven(parts, "INCREMENT BY ", options.increment());
    addIfGiven(parts, "START WITH ", options.start());
    addIfGiven(parts, "MINVALUE ", options.minValue());
    addIfGiven(parts, "MAXVALUE ", options.maxValue());
    if (options.noMinValue()) {
      parts.add("NO MINVALUE");
    }
    if (options.noMaxValue()) {
      parts.add("NO MAXVALUE");
    }
    addIfGiven(parts, "CACHE ", options.cache());
    if (options.cycle() != null) {
      parts.add(options.cycle() ? "CYCLE" : "NO CYCLE");
    }
    return String.join(" ", parts);
  }

  /** Returns each option that changes, alone, in the order of their names. */
  protected static List<SequenceOptions> changedOptions(SequenceOptions to, SequenceOptions from) {
    List<SequenceOptions> changed = new ArrayList<>();
    SequenceOptions none = SequenceOptions.NONE;
    if (to.cache() != null && !to.cache().equals(from.cache())) {
      changed.add(none.cache(to.cache()));
    }
    if (to.cycle() != null && !to.cycle().equals(Boolean.TRUE.equals(from.cycle()))) {
      changed.add(none.cycle(to.cycle()));
    }
    if (to.increment() != null && !to.increment().equals(from.increment())) {
      changed.add(none.increment(to.increment()));
    }
    if (to.maxValue() != null && !to.maxValue().equals(from.maxValue())) {
      changed.add(none.maxValue(to.maxValue()));
    }
    if (to.minValue() != null && !to.minValue().equals(from.minValue())) {
      changed.add(none.minValue(to.minValue()));
    }
    if (to.noMaxValue() && !from.noMaxValue()) {
      changed.add(none.withoutMaxValue());
    }
    if (to.noMinValue() && !from.noMinValue()) {
      changed.add(none.withoutMinValue());
    }
    if (to.start() != null && !to.start().equals(from.start())) {
      changed.add(none.start(to.start()));
    }
    return changed;
  }

  private static void addIfGiven(List<String> parts, String words, @Nullable Long number) {
    if (number != null) {
      parts.add(words + number);
    }
  }

  /** Returns the check that a column's type needs on a database without such a type. */
  protected final Optional<Check> typeCheck(Column column, TableName table) {
    SqlType type = resolve(column.type());
    if (type instanceof SqlType.BooleanType bool && bool.hasCheck() && !hasNativeBoolean()) {
      Name name = naming().checkName(table, bool.checkName());
      return Optional.of(new Check(name, new SqlText(quote(column.name()) + " IN (0, 1)")));
    }
    if (type instanceof EnumType enumeration
        && enumeration.hasCheck()
        && !(enumeration.isNative() && hasNativeEnum())) {
      String values =
          enumeration.values().stream().map(this::literal).collect(Collectors.joining(", "));
      Name name = naming().checkName(table, enumeration.checkName());
      return Optional.of(
          new Check(name, new SqlText(quote(column.name()) + " IN (" + values + ")")));
    }
    return Optional.empty();
  }

  /** Returns the constraints that a column stands for, under their names: of its type, its flag and its references. */
  protected List<Constraint> constraintsOf(Column column, TableName table) {
    List<Constraint> constraints = new ArrayList<>();
    typeCheck(column, table).ifPresent(constraints::add);
    if (column.isUnique() && !column.isIndexed()) {
      constraints.add(naming().name(table, new Unique(null, List.of(column.name()))));
    }
    column.foreignKeys().forEach(key -> constraints.add(naming().name(table, key)));
    return constraints;
  }

  /** Returns the index that a column stands for. */
  protected static Optional<Index> indexOf(Column column, TableName table) {
    Index index = new Index(
        null,
        table,
        List.of(new ColumnReference(column.name())),
        column.isUnique(),
        dev.lambic.schema.Options.NONE);
    return column.isIndexed() ? Optional.of(index) : Optional.empty();
  }

  /** Returns what stands between the parentheses of CREATE TABLE. */
  protected final List<String> tableElements(Table table) {
    List<String> elements = new ArrayList<>();
    for (Column column : table.columns()) {
      elements.add(inColumn(
          table.name(),
          column,
          () -> columnDefinition(column, table) + columnChecks(column, table.name())));
    }
    List<Constraint> constraints = new ArrayList<>();
    table.primaryKey().map(key -> naming().name(table.name(), key)).ifPresent(constraints::add);
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof PrimaryKey)) {
        constraints.add(naming().name(table.name(), constraint));
      }
    }
    table.columns().forEach(column -> constraints.addAll(constraintsOf(column, table.name())));
    constraints.forEach(constraint ->
        constraintOfNewTable(seenFrom(table.name(), constraint), table).ifPresent(elements::add));
    return elements;
  }

  /** Says in which column it was when something cannot be written. */
  protected static String inColumn(
      TableName table, Column column, java.util.function.Supplier<String> sql) {
    try {
      return sql.get();
    } catch (MigrationException e) {
      throw new MigrationException(
          e.problem().where("column '" + column.name() + "' of table '" + table + "'"), e);
    }
  }

  /** Returns the conditions that are written with a column. */
  protected String columnChecks(Column column, TableName table) {
    return column.checks().stream()
        .map(check -> " " + constraintDefinition(naming().name(table, check)))
        .collect(Collectors.joining());
  }

  /** Returns a constraint as it stands in CREATE TABLE, or nothing where the table does without it. */
  protected Optional<String> constraintOfNewTable(Constraint constraint, Table table) {
    return Optional.of(constraintDefinition(constraint));
  }

  /**
   * Returns a constraint that means the same where its table is: a table without a schema is one of the connection's own,
   * which some databases look for in the schema of the table that refers to it.
   */
  protected final Constraint seenFrom(TableName table, Constraint constraint) {
    String own = settings.defaultSchema();
    return own != null
            && looksForReferentBesideTable()
            && constraint instanceof ForeignKey key
            && table.schema() != null
            && key.referent().schema() == null
        ? key.referringTo(new TableName(Name.quoted(own), key.referent().name()))
        : constraint;
  }

  /** Tells whether a foreign key without a schema leads to a table in the schema of its own. */
  protected boolean looksForReferentBesideTable() {
    return false;
  }

  /** Returns a constraint as it stands in CREATE TABLE and in ADD. */
  protected final String constraintDefinition(Constraint constraint) {
    String name = constraint.name() == null ? "" : "CONSTRAINT " + quote(constraint.name()) + " ";
    if (constraint instanceof PrimaryKey key) {
      return name + primaryKeyDefinition(key);
    }
    if (constraint instanceof Unique unique) {
      return name + uniqueDefinition(unique) + deferral(unique.deferral());
    }
    if (constraint instanceof Check check) {
      return name + checkDefinition(check);
    }
    if (constraint instanceof Exclude exclude) {
      return name + excludeDefinition(exclude);
    }
    return name + foreignKeyDefinition((ForeignKey) constraint);
  }

  /** Returns a primary key behind its name. */
  protected String primaryKeyDefinition(PrimaryKey key) {
    return "PRIMARY KEY (" + quote(key.columns()) + ")";
  }

  /** Returns a unique constraint behind its name. */
  protected String uniqueDefinition(Unique unique) {
    return "UNIQUE (" + quote(unique.columns()) + ")";
  }

  /** Returns a check behind its name. */
  protected String checkDefinition(Check check) {
    return "CHECK (" + expression(check.condition()) + ")";
  }

  /** Returns an exclusion constraint behind its name. */
  protected String excludeDefinition(Exclude exclude) {
    throw Refusals.operation(
        id(), "hold an exclusion constraint", "leave it out on this database, or use a trigger.");
  }

  /** Returns a foreign key behind its name. */
  protected String foreignKeyDefinition(ForeignKey key) {
    return "FOREIGN KEY(" + quote(key.columns()) + ") " + references(key);
  }

  /** Returns where a foreign key leads, and how. */
  protected final String references(ForeignKey key) {
    return "REFERENCES " + quote(key.referent())
        + (key.referentColumns().isEmpty() ? "" : " (" + quote(key.referentColumns()) + ")")
        + match(key)
        + (key.onDelete() == null ? "" : " ON DELETE " + checked(key.onDelete(), deleteActions()))
        + onUpdate(key)
        + deferral(key.deferral());
  }

  /** Returns the rule for NULLs of a foreign key, or nothing. */
  protected String match(ForeignKey key) {
    return key.match() == null ? "" : " MATCH " + key.match();
  }

  /** Returns the action of a foreign key when the key changes, or nothing. */
  protected String onUpdate(ForeignKey key) {
    return key.onUpdate() == null ? "" : " ON UPDATE " + checked(key.onUpdate(), Allowed.ACTION);
  }

  /** Returns what may stand behind ON DELETE. */
  protected Pattern deleteActions() {
    return Allowed.ACTION;
  }

  private String checked(ReferentialAction action, Pattern allowed) {
    if (!allowed.matcher(action.sql()).matches()) {
      throw Refusals.operation(
          id(),
          "follow the action '" + action.sql() + "' of a foreign key",
          "use CASCADE, RESTRICT, SET NULL, SET DEFAULT or NO ACTION.");
    }
    return action.sql();
  }

  /** Returns when a constraint is checked, or nothing. */
  protected final String deferral(Deferral deferral) {
    String sql = deferral.deferrable() == null
        ? ""
        : deferral.deferrable() ? " DEFERRABLE" : " NOT DEFERRABLE";
    if (deferral.initially() == null) {
      return sql;
    }
    if (!Allowed.INITIALLY.matcher(deferral.initially()).matches()) {
      throw Refusals.operation(
          id(),
          "check a constraint initially '" + deferral.initially() + "'",
          "use DEFERRED or IMMEDIATE.");
    }
    return sql + " INITIALLY " + deferral.initially();
  }

  /** Returns the elements of an index, in order. */
  protected List<String> indexElements(Index index) {
    return index.elements().stream().map(this::expression).toList();
  }

  /** Returns an option that holds a value for each of some columns, by their names. */
  protected static Map<?, ?> byColumn(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Returns the name of an index, which the convention has given to one without. */
  protected static Name nameOf(Index index) {
    return Objects.requireNonNull(index.name(), "every index has a name by now");
  }
}
