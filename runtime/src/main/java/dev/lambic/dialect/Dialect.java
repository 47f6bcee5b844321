package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddColumnOp;
import dev.lambic.operations.MigrateOperation.CreateIndexOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.MigrateOperation.DropColumnOp;
import dev.lambic.operations.MigrateOperation.DropIndexOp;
import dev.lambic.operations.MigrateOperation.DropTableOp;
import dev.lambic.operations.MigrateOperation.ExecuteSqlOp;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database understands and how it is told: types, statements, quoting, limits, the version table. The answers here
 * are those of standard SQL; the subclass for a database holds only what is different there. Immutable, and safe for use
 * by several threads. Mirrors Alembic's {@code DefaultImpl} and SQLAlchemy's {@code Dialect}.
 */
public abstract class Dialect
    implements MigrateOperation.Visitor<List<String>>, SqlType.Visitor<String> {

  /** Returns the short name: {@code h2}. */
  public abstract String id();

  /** Returns how the JDBC driver names the database's product. */
  abstract String productName();

  /** Returns how the URLs of the database begin: {@code jdbc:h2:}. */
  abstract String urlPrefix();

  /** Returns the class of the JDBC driver. */
  public abstract String driverClass();

  /** Returns the Maven coordinates of the driver, {@code group:artifact}, for those who miss it. */
  public abstract String driverArtifact();

  /** Returns the words that may not stand as names without quotes, in lower case. */
  abstract Set<String> reservedWords();

  /** Returns how scripts are cut into statements. */
  abstract ScriptSyntax scriptSyntax();

  /** Tells whether a failed query means that the table it asks for does not exist. */
  public abstract boolean isMissingTable(SQLException failure);

  /** Returns what the database says of a failure, without what is said beside it anyway. */
  public String messageOf(SQLException failure) {
    return String.valueOf(failure.getMessage()).strip();
  }

  /** Tells whether CREATE, ALTER and DROP can be rolled back. */
  public boolean hasTransactionalDdl() {
    return true;
  }

  /** Returns the most characters that a name may have. */
  int maxIdentifierLength() {
    return 128;
  }

  /**
   * Tells whether a statement ends the transaction that it runs in, so that nothing before it can be rolled back any
   * more: a COMMIT, and all DDL where it is not transactional.
   */
  public final boolean endsTransaction(String sql) {
    try {
      List<String> statements = sql.indexOf(';') < 0 ? List.of(sql) : statementsOf(sql);
      return statements.stream()
          .map(statement -> SqlScanner.firstWord(statement, scriptSyntax()))
          .anyMatch(committingWords()::contains);
    } catch (MigrationException e) {
      // The text ends inside a quote or a comment: it is the database's to judge, and may have done
      // anything.
      return true;
    }
  }

  /** Returns the words, in upper case, that begin the statements which end a transaction. */
  Set<String> committingWords() {
    return Set.of("COMMIT", "ROLLBACK");
  }

  /** Returns the statements of a script, cut where the database would cut it. */
  public final List<String> statementsOf(String script) {
    return StatementSplitter.split(script, scriptSyntax()).stream()
        .map(ScriptStatement::sql)
        .toList();
  }

  /** Returns the SQL of an operation, one statement after the other, without terminators. */
  public final List<String> statements(MigrateOperation operation) {
    return operation.accept(this);
  }

  /** Returns the query for the rows of the version table. */
  public final String selectVersions(VersionTable table) {
    return "SELECT " + quote(VersionTable.COLUMN) + " FROM " + quote(table.name());
  }

  /** Returns the statement that adds a row to the version table. */
  public final String insertVersion(VersionTable table, String id) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(quote(table.name()), quote(VersionTable.COLUMN), literal(id));
  }

  /** Returns the statement that moves a row of the version table to another revision. */
  public final String updateVersion(VersionTable table, String from, String to) {
    return "UPDATE %s SET %s=%s WHERE %s"
        .formatted(
            quote(table.name()), quote(VersionTable.COLUMN), literal(to), isVersion(table, from));
  }

  /** Returns the statement that removes a row from the version table. */
  public final String deleteVersion(VersionTable table, String id) {
    return "DELETE FROM %s WHERE %s".formatted(quote(table.name()), isVersion(table, id));
  }

  private String isVersion(VersionTable table, String id) {
    return "%s.%s = %s".formatted(quote(table.name()), quote(VersionTable.COLUMN), literal(id));
  }

  @Override
  public List<String> createTable(CreateTableOp operation) {
    Table table = operation.table();
    List<String> elements = new ArrayList<>();
    table
        .columns()
        .forEach(column -> elements.add(columnDefinition(column, isNumbered(column, table))));
    table.primaryKey().map(this::constraintDefinition).ifPresent(elements::add);
    table.constraints().stream()
        .filter(constraint -> !(constraint instanceof PrimaryKey))
        .map(this::constraintDefinition)
        .forEach(elements::add);
    table.columns().stream()
        .filter(Column::isUnique)
        .map(column -> constraintDefinition(new Unique(null, List.of(column.name()))))
        .forEach(elements::add);
    return List.of("CREATE TABLE " + quote(table.name()) + " (\n    "
        + String.join(", \n    ", elements) + "\n)");
  }

  @Override
  public List<String> dropTable(DropTableOp operation) {
    return List.of("DROP TABLE " + quote(operation.name()));
  }

  @Override
  public List<String> addColumn(AddColumnOp operation) {
    Column column = operation.column();
    boolean numbered = Boolean.TRUE.equals(column.autoincrement());
    String alter = "ALTER TABLE " + quote(operation.table()) + " ADD ";
    List<String> statements = new ArrayList<>();
    statements.add(alter + "COLUMN " + columnDefinition(column, numbered));
    if (column.isPrimaryKey()) {
      statements.add(alter + constraintDefinition(new PrimaryKey(null, List.of(column.name()))));
    }
    if (column.isUnique()) {
      statements.add(alter + constraintDefinition(new Unique(null, List.of(column.name()))));
    }
    return statements;
  }

  @Override
  public List<String> dropColumn(DropColumnOp operation) {
    return List.of(
        "ALTER TABLE " + quote(operation.table()) + " DROP COLUMN " + quote(operation.column()));
  }

  @Override
  public List<String> createIndex(CreateIndexOp operation) {
    Index index = operation.index();
    String elements =
        index.elements().stream().map(this::expression).collect(Collectors.joining(", "));
    return List.of((index.isUnique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + quote(index.name()) + " ON " + quote(index.table()) + " (" + elements + ")");
  }

  @Override
  public List<String> dropIndex(DropIndexOp operation) {
    return List.of("DROP INDEX " + quote(operation.table().sibling(operation.name())));
  }

  @Override
  public List<String> executeSql(ExecuteSqlOp operation) {
    return List.of(operation.sql());
  }

  /** Alembic's rule: an integer that is the whole primary key is numbered, unless the column says otherwise. */
  private static boolean isNumbered(Column column, Table table) {
    if (column.autoincrement() != null) {
      return column.autoincrement();
    }
    boolean isInteger = column.type() instanceof SqlType.SmallIntegerType
        || column.type() instanceof SqlType.IntegerType
        || column.type() instanceof SqlType.BigIntegerType;
    Optional<PrimaryKey> key = table.primaryKey();
    return isInteger
        && column.serverDefault() == null
        && key.isPresent()
        && key.get().columns().equals(List.of(column.name()))
        && table.foreignKeys().stream()
            .noneMatch(foreign -> foreign.columns().contains(column.name()));
  }

  /** Returns a column as it stands in CREATE TABLE and in ADD COLUMN. */
  String columnDefinition(Column column, boolean numbered) {
    StringBuilder sql = new StringBuilder(quote(column.name()));
    sql.append(' ').append(column.type().accept(this));
    if (numbered) {
      sql.append(" GENERATED BY DEFAULT AS IDENTITY");
    } else if (column.serverDefault() != null) {
      sql.append(" DEFAULT ").append(expression(column.serverDefault()));
    }
    return sql.append(column.isNullable() ? "" : " NOT NULL").toString();
  }

  /** Returns a constraint as it stands in CREATE TABLE and in ADD. */
  String constraintDefinition(Constraint constraint) {
    String name = constraint.name() == null ? "" : "CONSTRAINT " + quote(constraint.name()) + " ";
    if (constraint instanceof PrimaryKey key) {
      return name + "PRIMARY KEY (" + quote(key.columns()) + ")";
    }
    if (constraint instanceof Unique unique) {
      return name + "UNIQUE (" + quote(unique.columns()) + ")";
    }
    if (constraint instanceof Check check) {
      return name + "CHECK (" + expression(check.condition()) + ")";
    }
    ForeignKey key = (ForeignKey) constraint;
    return name + "FOREIGN KEY(" + quote(key.columns()) + ") REFERENCES " + quote(key.referent())
        + (key.referentColumns().isEmpty() ? "" : " (" + quote(key.referentColumns()) + ")")
        + (key.onDelete() == null ? "" : " ON DELETE " + key.onDelete().sql())
        + (key.onUpdate() == null ? "" : " ON UPDATE " + key.onUpdate().sql());
  }

  private String expression(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal(literal.value());
    }
    if (expression instanceof SqlText text) {
      return text.sql();
    }
    return quote(((ColumnReference) expression).column());
  }

  /** Returns a string as a literal. */
  public String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Returns the name of a table, or of what lives beside it in its schema, in quotes where they are needed. */
  public final String quote(TableName name) {
    return name.schema() == null
        ? quote(name.name())
        : quote(name.schema()) + "." + quote(name.name());
  }

  private String quote(Collection<Name> names) {
    return names.stream().map(this::quote).collect(Collectors.joining(", "));
  }

  /**
   * Returns a name, in quotes where they are needed: SQLAlchemy's rule, so that the same name means the same object to
   * both tools.
   *
   * @throws MigrationException if the database does not take names of that length
   */
  public final String quote(Name name) {
    String text = name.text();
    if (text.length() > maxIdentifierLength()) {
      throw new MigrationException(Problem.of(
              ProblemId.IDENTIFIER_TOO_LONG,
              "The name '" + text + "' has " + text.length() + " characters; " + id()
                  + " takes at most " + maxIdentifierLength() + ".")
          .fix("shorten the name."));
    }
    boolean quoted = switch (name.quoting()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case WHEN_NEEDED -> needsQuotes(text);
    };
    return quoted ? quoted(text) : text;
  }

  private boolean needsQuotes(String name) {
    if (reservedWords().contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    char first = name.charAt(0);
    return first == '$'
        || (first >= '0' && first <= '9')
        || !name.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$');
  }

  /** Returns a name in quotes. */
  String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String smallInteger(SqlType.SmallIntegerType type) {
    return "SMALLINT";
  }

  @Override
  public String integer(SqlType.IntegerType type) {
    return "INTEGER";
  }

  @Override
  public String bigInteger(SqlType.BigIntegerType type) {
    return "BIGINT";
  }

  @Override
  public String numeric(SqlType.NumericType type) {
    return "NUMERIC" + arguments(type.precision(), type.scale());
  }

  @Override
  public String doublePrecision(SqlType.DoubleType type) {
    return "DOUBLE PRECISION";
  }

  @Override
  public String bool(SqlType.BooleanType type) {
    return "BOOLEAN";
  }

  @Override
  public String string(SqlType.StringType type) {
    return "VARCHAR" + arguments(type.length());
  }

  @Override
  public String text(SqlType.TextType type) {
    return "CLOB";
  }

  @Override
  public String date(SqlType.DateType type) {
    return "DATE";
  }

  @Override
  public String time(SqlType.TimeType type) {
    return type.timezone() ? "TIME WITH TIME ZONE" : "TIME";
  }

  @Override
  public String dateTime(SqlType.DateTimeType type) {
    return type.timezone() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
  }

  @Override
  public String largeBinary(SqlType.LargeBinaryType type) {
    return "BLOB";
  }

  @Override
  public String uuid(SqlType.UuidType type) {
    return "CHAR(32)";
  }

  @Override
  public String named(SqlType.NamedType type) {
    return type.sql();
  }

  private static String arguments(@Nullable Integer... arguments) {
    List<String> given = new ArrayList<>();
    for (Integer argument : arguments) {
      if (argument != null) {
        given.add(argument.toString());
      }
    }
    return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
  }
}
