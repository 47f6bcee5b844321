package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Computed;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table out of its own definition, which SQLite keeps as the user wrote it: its pragmas know neither the names of
 * constraints nor its checks.
 */
final class SqliteTable {
  private static final List<String> AFTER_TYPE = List.of(
      "CONSTRAINT",
      "PRIMARY",
      "NOT",
      "NULL",
      "UNIQUE",
      "CHECK",
      "DEFAULT",
      "COLLATE",
      "REFERENCES",
      "GENERATED",
      "AS");
  private static final List<String> TABLE_CONSTRAINTS =
      List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  private static final Pattern NAME =
      Pattern.compile("[\\w$]+|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^]]*]");

  private final TableName name;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private Options options = Options.NONE;

  private SqliteTable(TableName name) {
    this.name = name;
  }

  /**
   * Returns a table.
   *
   * @param definition the statement that created it
   * @param indexes the statements that created its indexes
   */
  static Table parse(TableName name, String definition, List<String> indexes) {
    SqliteTable table = new SqliteTable(name);
    SqliteTokens tokens = new SqliteTokens(definition);
    while (!tokens.isAtParenthesis()) {
      tokens.next();
    }
    SqliteTokens.split(tokens.inside()).forEach(table::element);
    while (tokens.hasNext()) {
      if (tokens.takes("WITHOUT", "ROWID")) {
        table.options = table.options.with("sqlite_with_rowid", false);
      } else if (tokens.takes("STRICT")) {
        table.options = table.options.with("sqlite_strict", true);
      } else {
        tokens.next();
      }
    }
    return new Table(
        name,
        table.columns,
        table.constraints,
        indexes.stream().map(sql -> index(name, sql)).toList(),
        null,
        List.of(),
        table.options);
  }

  private void element(String sql) {
    SqliteTokens tokens = new SqliteTokens(sql);
    if (!tokens.isAt(TABLE_CONSTRAINTS)) {
      column(tokens);
      return;
    }
    while (tokens.hasNext()) {
      @Nullable Name constraint = constraintName(tokens);
      if (tokens.takes("PRIMARY", "KEY")) {
        constraints.add(
            new PrimaryKey(constraint, names(tokens.inside()), onConflict(tokens, "on_conflict")));
      } else if (tokens.takes("UNIQUE")) {
        constraints.add(new Unique(
            constraint,
            names(tokens.inside()),
            Deferral.UNSTATED,
            onConflict(tokens, "on_conflict")));
      } else if (tokens.takes("CHECK")) {
        constraints.add(
            new Check(constraint, new SqlText(tokens.inside()), onConflict(tokens, "on_conflict")));
      } else if (tokens.takes("FOREIGN", "KEY")) {
        List<Name> own = names(tokens.inside());
        tokens.takes("REFERENCES");
        constraints.add(references(tokens, constraint, own));
      } else {
        tokens.next();
      }
    }
  }

  private static @Nullable Name constraintName(SqliteTokens tokens) {
    return tokens.takes("CONSTRAINT") ? name(tokens.next()) : null;
  }

  private static Name name(String token) {
    return Name.exact(SqliteTokens.unquoted(token));
  }

  /** The names in a list of columns, less the order and collation that may follow each. */
  private static List<Name> names(String list) {
    return SqliteTokens.split(list).stream()
        .map(part -> Name.of(SqliteTokens.unquoted(new SqliteTokens(part).next())))
        .toList();
  }

  private static Options onConflict(SqliteTokens tokens, String option) {
    return tokens.takes("ON", "CONFLICT")
        ? Options.NONE.with("sqlite_" + option, tokens.next())
        : Options.NONE;
  }

  private void column(SqliteTokens tokens) {
    Name columnName = Name.of(SqliteTokens.unquoted(tokens.next()));
    StringBuilder type = new StringBuilder();
    while (tokens.hasNext() && !tokens.isAt(AFTER_TYPE)) {
      String token = tokens.next();
      type.append(type.length() == 0 || token.startsWith("(") ? "" : " ").append(token);
    }
    Column column = Column.of(columnName, type(type.toString())).nullable(true);
    List<Name> own = List.of(columnName);
    while (tokens.hasNext()) {
      @Nullable Name constraint = constraintName(tokens);
      if (tokens.takes("PRIMARY", "KEY")) {
        tokens.takes("ASC");
        tokens.takes("DESC");
        constraints.add(new PrimaryKey(constraint, own, onConflict(tokens, "on_conflict")));
        if (tokens.takes("AUTOINCREMENT")) {
          options = options.with("sqlite_autoincrement", true);
        }
      } else if (tokens.takes("NOT", "NULL")) {
        column = column.notNull();
        for (var option : onConflict(tokens, "on_conflict_not_null").values().entrySet()) {
          column = column.with(option.getKey(), option.getValue());
        }
      } else if (tokens.takes("NULL")) {
        column = column.nullable(true);
      } else if (tokens.takes("UNIQUE")) {
        constraints.add(
            new Unique(constraint, own, Deferral.UNSTATED, onConflict(tokens, "on_conflict")));
      } else if (tokens.takes("CHECK")) {
        constraints.add(new Check(constraint, new SqlText(tokens.inside())));
      } else if (tokens.takes("DEFAULT")) {
        column = column.serverDefault(new SqlText(defaultValue(tokens)));
      } else if (tokens.takes("COLLATE")) {
        column = column.type(collated(type.toString(), tokens.next()));
      } else if (tokens.takes("REFERENCES")) {
        constraints.add(references(tokens, constraint, own));
      } else if (tokens.takes("GENERATED", "ALWAYS", "AS") || tokens.takes("AS")) {
        Computed computed = new Computed(tokens.inside(), null);
        column = column.serverDefault(
            tokens.takes("STORED")
                ? computed.stored()
                : tokens.takes("VIRTUAL") ? computed.virtual() : computed);
      } else {
        tokens.next();
      }
    }
    columns.add(column);
  }

  private static SqlType type(String sql) {
    return sql.isEmpty() ? SqliteTypes.untyped() : SqliteTypeNames.read(sql);
  }

  private static SqlType collated(String sql, String collation) {
    return sql.isEmpty()
        ? SqliteTypes.untyped(collation)
        : new SqlType.NativeType(
            sql, List.of(), "COLLATE " + collation, SqliteTypeNames.family(sql));
  }

  /** A sign stands apart from its number. */
  private static String defaultValue(SqliteTokens tokens) {
    String token = tokens.next();
    return token.equals("-") || token.equals("+") ? token + tokens.next() : token;
  }

  private ForeignKey references(SqliteTokens tokens, @Nullable Name constraint, List<Name> own) {
    TableName referent = name.sibling(Name.of(SqliteTokens.unquoted(tokens.next())));
    List<Name> theirs = tokens.isAtParenthesis() ? names(tokens.inside()) : List.of();
    ForeignKey key = theirs.isEmpty()
        ? ForeignKey.toPrimaryKey(constraint, own, referent)
        : new ForeignKey(constraint, own, referent, theirs);
    while (tokens.hasNext()) {
      if (tokens.takes("ON", "DELETE")) {
        key = key.onDelete(action(tokens));
      } else if (tokens.takes("ON", "UPDATE")) {
        key = key.onUpdate(action(tokens));
      } else if (tokens.takes("MATCH")) {
        key = key.match(tokens.next());
      } else if (tokens.takes("NOT", "DEFERRABLE")) {
        key = key.deferred(new Deferral(false, initially(tokens)));
      } else if (tokens.takes("DEFERRABLE")) {
        key = key.deferred(new Deferral(true, initially(tokens)));
      } else {
        break;
      }
    }
    return key;
  }

  private static ReferentialAction action(SqliteTokens tokens) {
    String first = tokens.next();
    boolean isOfTwo = first.equalsIgnoreCase("SET") || first.equalsIgnoreCase("NO");
    return new ReferentialAction(isOfTwo ? first + " " + tokens.next() : first);
  }

  private static @Nullable String initially(SqliteTokens tokens) {
    return tokens.takes("INITIALLY") ? tokens.next() : null;
  }

  private static Index index(TableName table, String sql) {
    SqliteTokens tokens = new SqliteTokens(sql);
    tokens.takes("CREATE");
    boolean isUnique = tokens.takes("UNIQUE");
    tokens.takes("INDEX");
    tokens.takes("IF", "NOT", "EXISTS");
    Name indexName = name(tokens.next());
    while (!tokens.isAtParenthesis()) {
      tokens.next();
    }
    List<Expression> elements = SqliteTokens.split(tokens.inside()).stream()
        .<Expression>map(part -> NAME.matcher(part).matches()
            ? new ColumnReference(Name.of(SqliteTokens.unquoted(part)))
            : new SqlText(part))
        .toList();
    Options options = Options.NONE;
    int where = sql.toUpperCase(Locale.ROOT).lastIndexOf(" WHERE ");
    if (tokens.takes("WHERE")) {
      options = options.with(
          "sqlite_where", new SqlText(sql.substring(where + " WHERE ".length()).strip()));
    }
    return new Index(indexName, table, elements, isUnique, options);
  }
}
