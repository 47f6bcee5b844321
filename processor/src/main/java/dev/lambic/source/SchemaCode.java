package dev.lambic.source;

import dev.lambic.autogenerate.RenderItem;
import dev.lambic.autogenerate.RenderItem.JavaSource;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes descriptions of database objects in the words of {@code Schema}, which the source imports statically. What has no
 * words is written by the constructors of its records. Users' own text comes first.
 */
final class SchemaCode {
  private final RenderItem own;
  private final ValueCode values = new ValueCode(this::of);
  private final TypeCode types = new TypeCode(this);
  private final DefaultCode defaults = new DefaultCode(this);

  SchemaCode(RenderItem own) {
    this.own = own;
  }

  /** Returns the expression that makes something equal to what is given. */
  Code of(@Nullable Object part) {
    if (part instanceof Name name) {
      return name(name);
    }
    if (part instanceof TableName name) {
      return tableName(name);
    }
    if (part instanceof SqlType type) {
      return type(type);
    }
    if (part instanceof Options options) {
      return with(Code.constant(Options.class, "NONE"), options);
    }
    if (part instanceof Table table) {
      return table(table);
    }
    if (part instanceof Column column) {
      return column(column).orElseGet(() -> construction(column));
    }
    if (part instanceof Constraint constraint) {
      return constraint(constraint).orElseGet(() -> construction((Record) constraint));
    }
    if (part instanceof Index index) {
      return index(index).orElseGet(() -> construction(index));
    }
    if (part instanceof ReferentialAction action) {
      return action(action);
    }
    if (part instanceof Deferral deferral) {
      return deferral(deferral);
    }
    if (part instanceof Sequence sequence) {
      return defaults.sequence(sequence);
    }
    return part instanceof ServerDefault source ? defaults.of(source) : values.of(part);
  }

  /** Returns the call of the constructor of a record. */
  Code construction(Object made) {
    return made instanceof Record record ? values.construction(record) : values.of(made);
  }

  /** Returns what the user writes in the place of a part; nothing to leave that to Lambic. */
  Optional<JavaSource> ownSource(String kind, Object item) {
    return Optional.ofNullable(own.render(kind, item));
  }

  /** Tells whether a string says all of a name. */
  static boolean isPlain(Name name) {
    return name.quoting() == Name.Quoting.WHEN_NEEDED && !name.isFinal();
  }

  private static boolean arePlain(List<Name> names) {
    return names.stream().allMatch(SchemaCode::isPlain);
  }

  /** Tells whether a string says all of the name of a table. */
  static boolean isPlain(TableName name) {
    return name.schema() == null && isPlain(name.name());
  }

  private static Code name(Name name) {
    Code text = Code.string(name.text());
    if (isPlain(name)) {
      return Code.call(Name.class, "of", text);
    }
    if (name.quoting() == Name.Quoting.WHEN_NEEDED) {
      return Code.call("exact", text);
    }
    if (name.quoting() == Name.Quoting.ALWAYS && !name.isFinal()) {
      return Code.call(Name.class, "quoted", text);
    }
    Code quoting = Code.constant(Name.Quoting.class, name.quoting().name());
    return Code.create(
        Name.class,
        name.isFinal() ? List.of(text, quoting, Code.text("true")) : List.of(text, quoting));
  }

  /** Returns a name as a string where that says all of it. */
  Code shortName(Name name) {
    return isPlain(name) ? Code.string(name.text()) : name(name);
  }

  private Code tableName(TableName name) {
    if (isPlain(name)) {
      return Code.call(TableName.class, "of", Code.string(name.name().text()));
    }
    if (name.schema() != null && isPlain(name.schema()) && isPlain(name.name())) {
      return Code.call(
          TableName.class,
          "of",
          Code.string(name.schema().text()),
          Code.string(name.name().text()));
    }
    return Code.create(TableName.class, List.of(of(name.schema()), of(name.name())));
  }

  /** Returns the name of a table as a string where that says all of it. */
  Code shortName(TableName name) {
    return isPlain(name) ? Code.string(name.name().text()) : tableName(name);
  }

  /** Returns a type. */
  Code type(SqlType type) {
    return ownSource("type", type).map(OwnSource::code).orElseGet(() -> type.accept(types));
  }

  /** Returns the column; nothing where the user leaves it out. */
  Optional<Code> column(Column column) {
    Optional<JavaSource> source = ownSource("column", column);
    if (source.isPresent()) {
      return OwnSource.unlessBlank(source.get());
    }
    Code type = type(column.type());
    Code code = isPlain(column.name())
        ? Code.call("column", Code.string(column.name().text()), type)
        : Code.call(Column.class, "of", name(column.name()), type);
    code = column.isPrimaryKey() ? code.dot("primaryKey") : code;
    if (column.nullable() != null) {
      code = column.nullable() ? code.dot("nullable", Code.text("true")) : code.dot("notNull");
    }
    code = column.isUnique() ? code.dot("unique") : code;
    code = column.isIndexed() ? code.dot("indexed") : code;
    if (column.autoincrement() != null) {
      code = code.dot("autoincrement", Code.text(column.autoincrement().toString()));
    }
    code = serverDefault(code, column.serverDefault());
    if (column.sequence() != null) {
      code = code.dot("sequence", defaults.sequence(column.sequence()));
    }
    if (column.comment() != null) {
      code = code.dot("comment", of(column.comment()));
    }
    for (ForeignKey key : column.foreignKeys()) {
      code = references(code, key);
    }
    for (Check check : column.checks()) {
      Optional<Code> condition = constraint(check);
      code = condition.isPresent() ? code.dot("check", condition.get()) : code;
    }
    return Optional.of(with(code, column.options()));
  }

  private Code serverDefault(Code column, @Nullable ServerDefault source) {
    return source == null
        ? column
        : defaultValue(source).map(value -> column.dot("serverDefault", value)).orElse(column);
  }

  /** Returns a default where one is set; nothing where the user leaves it out. */
  Optional<Code> defaultValue(ServerDefault source) {
    Optional<JavaSource> written = ownSource("server_default", source);
    if (written.isPresent()) {
      return OwnSource.unlessBlank(written.get());
    }
    boolean isString = source instanceof Literal literal
        && literal.value() instanceof String
        && literal.type() == null;
    return Optional.of(isString ? of(((Literal) source).value()) : defaults.of(source));
  }

  private Code references(Code column, ForeignKey key) {
    ForeignKey simplest =
        new ForeignKey(null, key.columns(), key.referent(), key.referentColumns());
    if (key.equals(simplest)
        && isPlain(key.referent())
        && key.referentColumns().size() == 1
        && arePlain(key.referentColumns())
        && ownSource("foreign_key", key).isEmpty()) {
      return column.dot(
          "references",
          shortName(key.referent()),
          shortName(key.referentColumns().get(0)));
    }
    return constraint(key).map(code -> column.dot("references", code)).orElse(column);
  }

  /** Returns the constraint; nothing where the user leaves it out. */
  Optional<Code> constraint(Constraint constraint) {
    String kind = constraint.kind().name().toLowerCase(Locale.ROOT);
    Optional<JavaSource> source = ownSource(kind, constraint);
    if (source.isPresent()) {
      return OwnSource.unlessBlank(source.get());
    }
    if (constraint instanceof Exclude exclude) {
      return Optional.of(exclude(exclude));
    }
    if (constraint instanceof ForeignKey key) {
      return Optional.of(foreignKey(key));
    }
    Code code;
    if (constraint instanceof Check check) {
      code = check.condition() instanceof SqlText condition
          ? Code.call("check", of(condition.sql()))
          : Code.create(Check.class, List.of(Code.text("null"), of(check.condition())));
    } else {
      boolean isKey = constraint instanceof PrimaryKey;
      code = arePlain(constraint.columns())
          ? Code.call(isKey ? "primaryKey" : "unique", strings(constraint.columns()))
          : Code.create(
              isKey ? PrimaryKey.class : Unique.class,
              List.of(Code.text("null"), of(constraint.columns())));
    }
    code = named(code, constraint.name());
    if (constraint instanceof Unique unique) {
      code = deferred(code, unique.deferral());
    }
    return Optional.of(with(code, constraint.options()));
  }

  private static Code[] strings(List<Name> names) {
    return names.stream().map(name -> Code.string(name.text())).toArray(Code[]::new);
  }

  private Code named(Code code, @Nullable Name name) {
    return name == null ? code : code.dot("named", shortName(name));
  }

  private Code deferred(Code code, Deferral deferral) {
    return deferral.equals(Deferral.UNSTATED) ? code : code.dot("deferred", of(deferral));
  }

  private Code foreignKey(ForeignKey key) {
    boolean hasWords = arePlain(key.columns()) && arePlain(key.referentColumns());
    Code code = hasWords
        ? Code.call("foreignKey", strings(key.columns()))
            .dot(
                "references",
                Stream.concat(
                        Stream.of(shortName(key.referent())),
                        Stream.of(strings(key.referentColumns())))
                    .toArray(Code[]::new))
        : Code.create(
            ForeignKey.class,
            List.of(
                Code.text("null"),
                of(key.columns()),
                of(key.referent()),
                of(key.referentColumns())));
    code = named(code, key.name());
    code = key.onDelete() == null ? code : code.dot("onDelete", of(key.onDelete()));
    code = key.onUpdate() == null ? code : code.dot("onUpdate", of(key.onUpdate()));
    code = deferred(code, key.deferral());
    code = key.match() == null ? code : code.dot("match", Code.string(key.match()));
    return with(code, key.options());
  }

  private Code exclude(Exclude exclude) {
    boolean hasWords = exclude.elements().stream().allMatch(e -> e.element() instanceof SqlText)
        && (exclude.where() == null || exclude.where() instanceof SqlText)
        && exclude.options().equals(Options.NONE);
    if (!hasWords) {
      return construction(exclude);
    }
    List<Code[]> elements = exclude.elements().stream()
        .map(element ->
            new Code[] {of(((SqlText) element.element()).sql()), Code.string(element.operator())})
        .toList();
    Code code = Code.call("exclude", elements.get(0));
    for (Code[] element : elements.subList(1, elements.size())) {
      code = code.dot("and", element);
    }
    code = exclude.using().equals("gist") ? code : code.dot("using", Code.string(exclude.using()));
    code = exclude.where() instanceof SqlText where ? code.dot("where", of(where.sql())) : code;
    return deferred(named(code, exclude.name()), exclude.deferral());
  }

  private Code action(ReferentialAction action) {
    List<String> common = List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");
    return common.contains(action.sql())
        ? Code.constant(ReferentialAction.class, action.sql().replace(' ', '_'))
        : construction(action);
  }

  private Code deferral(Deferral deferral) {
    if (deferral.equals(Deferral.INITIALLY_DEFERRED)) {
      return Code.constant(Deferral.class, "INITIALLY_DEFERRED");
    }
    if (deferral.equals(Deferral.INITIALLY_IMMEDIATE)) {
      return Code.constant(Deferral.class, "INITIALLY_IMMEDIATE");
    }
    return deferral.equals(Deferral.UNSTATED)
        ? Code.constant(Deferral.class, "UNSTATED")
        : construction(deferral);
  }

  /** Returns the index; nothing where the user leaves it out. */
  Optional<Code> index(Index index) {
    Optional<JavaSource> source = ownSource("index", index);
    if (source.isPresent()) {
      return OwnSource.unlessBlank(source.get());
    }
    Code code =
        index.name() == null ? Code.call("index") : Code.call("index", shortName(index.name()));
    boolean isOverColumns = index.elements().stream()
        .allMatch(
            element -> element instanceof ColumnReference reference && isPlain(reference.column()));
    if (isOverColumns || isPlain(index.table())) {
      Stream<Code> elements = index.elements().stream()
          .map(element ->
              isOverColumns ? shortName(((ColumnReference) element).column()) : of(element));
      code = code.dot(
          "on", Stream.concat(Stream.of(shortName(index.table())), elements).toArray(Code[]::new));
    } else {
      code = code.dot("on", of(index.table()), of(index.elements()));
    }
    return Optional.of(with(index.isUnique() ? code.dot("unique") : code, index.options()));
  }

  /** Returns what a table is made of, without what the user leaves out. */
  List<Code> elements(Table table) {
    List<Code> elements = new ArrayList<>();
    table.columns().forEach(column -> column(column).ifPresent(elements::add));
    table.constraints().forEach(constraint -> constraint(constraint).ifPresent(elements::add));
    table.indexes().forEach(index -> index(index).ifPresent(elements::add));
    return elements;
  }

  /** Tells whether a table is no more than its name and its elements. */
  static boolean isPlain(Table table) {
    return isPlain(table.name())
        && table.comment() == null
        && table.prefixes().isEmpty()
        && table.options().equals(Options.NONE);
  }

  private Code table(Table table) {
    List<Code> arguments = new ArrayList<>(List.of(shortName(table.name())));
    arguments.addAll(elements(table));
    Code code = Code.call(Table.class, "of", arguments.toArray(Code[]::new));
    code = table.comment() == null ? code : code.dot("comment", of(table.comment()));
    for (String prefix : table.prefixes()) {
      code = code.dot("prefixed", Code.string(prefix));
    }
    return with(code, table.options());
  }

  /** Returns a description with options of single databases. */
  Code with(Code code, Options options) {
    Code extended = code;
    for (Map.Entry<String, Object> option : options.values().entrySet()) {
      extended = extended.dot("with", Code.string(option.getKey()), of(option.getValue()));
    }
    return extended;
  }

  /** Returns rows of values; types are given so that javac need not find out what all of them have in common. */
  Code rows(List<? extends List<? extends @Nullable Object>> rows) {
    return Code.call(
        List.class, "<List<Object>>of", rows.stream().map(this::of).toArray(Code[]::new));
  }
}
