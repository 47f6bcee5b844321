package dev.lambic.dialect;

import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is in a database, and knows what the database makes of what a model says. There is one class for each
 * database; {@link #of} chooses. An inspector belongs to one connection, asks the catalogue a fixed number of questions for
 * all tables together, and changes nothing. Mirrors SQLAlchemy's {@code Inspector}.
 */
public abstract class Inspector {
  final Dialect dialect;
  private final @Nullable Connection connection;
  private @Nullable Snapshot recorded;
  private @Nullable String ownSchema;

  Inspector(Dialect dialect, @Nullable Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /**
   * Returns the inspector of a database.
   *
   * @param dialect the dialect of the database, as {@link Dialect#connected} returns it
   * @throws dev.lambic.error.MigrationException if Lambic cannot read such a database
   */
  public static Inspector of(Dialect dialect, Connection connection) {
    return dialect.inspector(connection);
  }

  /**
   * Returns the inspector of a database that is not at hand: it reads what was recorded of it, in the words in which it was
   * described, and knows all else as any inspector of such a database.
   *
   * @param recorded what is in the database
   * @throws dev.lambic.error.MigrationException if Lambic cannot read such a database
   */
  public static Inspector of(Dialect dialect, Snapshot recorded) {
    Inspector inspector = dialect.inspector(null);
    inspector.recorded = recorded;
    return inspector;
  }

  /** Returns the dialect whose database is read. */
  public final Dialect dialect() {
    return dialect;
  }

  /** Tells whether what is read was recorded, and no database is at hand. */
  public final boolean isRecorded() {
    return connection == null;
  }

  /**
   * Returns the connection to the database.
   *
   * @throws MigrationException if there is none, because what is read was recorded
   */
  public final Connection connection() {
    if (connection == null) {
      throw new MigrationException(Problem.of(
              ProblemId.NEEDS_DATABASE,
              "A comparison with the history asks for a connection, and there is no database.")
          .fix("compare with the database itself, or leave out the code that asks."));
    }
    return connection;
  }

  /**
   * Returns the schema that names without one belong to, as the database stores it; null where there is none.
   *
   * @throws SQLException if the database does not answer
   */
  public final @Nullable String ownSchema() throws SQLException {
    if (recorded != null) {
      return recorded.defaultSchema();
    }
    if (ownSchema == null) {
      ownSchema = askOwnSchema();
    }
    return ownSchema;
  }

  /** Asks the database for the schema that names without one belong to. */
  protected abstract @Nullable String askOwnSchema() throws SQLException;

  /** Returns the scope of one table alone. */
  final InspectionScope scopeOf(TableName table) throws SQLException {
    String schema = table.schema() == null ? null : stored(table.schema());
    String scopeSchema = Objects.equals(schema, ownSchema()) ? null : schema;
    String key = key(table.name());
    return new InspectionScope(
        name -> Objects.equals(name, scopeSchema),
        (owner, name) -> key(named(name)).equals(key));
  }

  /**
   * Reads tables and all that belongs to them, in a fixed number of queries for each schema.
   *
   * @throws SQLException if the database does not answer
   */
  public final Snapshot read(InspectionScope scope) throws SQLException {
    return recorded == null ? readDatabase(scope) : recorded.within(scope, this);
  }

  /** Reads tables and all that belongs to them out of the catalogue. */
  protected abstract Snapshot readDatabase(InspectionScope scope) throws SQLException;

  /**
   * Returns a type by any of its names in this database; two names of the same type become equal types.
   *
   * @param sql the type as it is written in a definition, or as the catalogue shows it
   */
  public abstract SqlType readType(String sql);

  /**
   * Tells whether a column that has one type is as the model wants it, which may use another word for the same.
   *
   * @param actual a type that was read
   * @param wanted a type of the model
   */
  public abstract boolean isSameType(SqlType actual, SqlType wanted);

  /**
   * Returns how a default of the model is compared: as SQL in a form that equal defaults have in common.
   *
   * @param type the type of its column
   */
  protected String comparableDefault(Expression expression, SqlType type) {
    return SqlComparison.comparable(dialect.defaultSql(expression));
  }

  /**
   * Tells whether two defaults of a column are the same to the database.
   *
   * @param actual the column as it was read
   * @param wanted the column of the model
   * @param asRead the column of the model as it would be read, where the database can tell; or null
   * @throws SQLException if the database does not answer
   */
  public boolean isSameDefault(Column actual, Column wanted, @Nullable Column asRead)
      throws SQLException {
    Expression left = actual.defaultExpression();
    Expression right = wanted.defaultExpression();
    if (left == null || right == null) {
      return left == null && right == null;
    }
    return comparableDefault(left, actual.type()).equals(comparableDefault(right, wanted.type()))
        || (asRead != null && left.equals(asRead.defaultExpression()));
  }

  /** Tells whether two pieces of SQL, a condition or a computed value, are the same but for how they are written. */
  public boolean isSameSql(String actual, String wanted) {
    return SqlComparison.comparable(actual).equals(SqlComparison.comparable(wanted));
  }

  /**
   * Tells whether an index is as the model wants it, whatever their names.
   *
   * @param asRead the index of the model as it would be read, where the database can tell; or null
   */
  public boolean isSameIndex(Index actual, Index wanted, @Nullable Index asRead) {
    return actual.isUnique() == wanted.isUnique()
        && (shape(actual).equals(shape(wanted))
            || (asRead != null && shape(actual).equals(shape(asRead))));
  }

  /** Returns what makes an index what it is, in a form that equal indexes have in common. */
  protected List<String> shape(Index index) {
    List<String> shape = new ArrayList<>();
    dialect
        .indexElements(index)
        .forEach(element -> shape.add(SqlComparison.comparable(element).replaceFirst(" asc$", "")));
    dialect
        .option(index.options(), "where")
        .ifPresent(
            where -> shape.add("where " + SqlComparison.comparable(dialect.optionSql(where))));
    return shape;
  }

  /**
   * Tells whether a unique constraint has the options that the model wants.
   */
  public boolean isSameUnique(Constraint.Unique actual, Constraint.Unique wanted) {
    return true;
  }

  /**
   * Returns tables of the model as they would be read if they were created, each or nothing where only creating it could
   * tell, in the same order. A database that can undo it creates temporary tables, reads those, and undoes it.
   *
   * @throws SQLException if the database does not answer
   */
  public final List<Optional<Table>> asRead(List<Table> wanted) throws SQLException {
    return isRecorded() ? unknown(wanted) : askAsRead(wanted);
  }

  /** Asks the database for tables of the model as they would be read. */
  protected List<Optional<Table>> askAsRead(List<Table> wanted) throws SQLException {
    return unknown(wanted);
  }

  private static List<Optional<Table>> unknown(List<Table> wanted) {
    return wanted.stream().map(table -> Optional.<Table>empty()).toList();
  }

  /** Whether two pieces of SQL mean the same. */
  public enum Meaning {
    /** They do. */
    SAME,
    /** They do not. */
    DIFFERENT,
    /** Only the database could tell, and it does not. */
    UNDECIDED
  }

  /**
   * Tells whether two expressions over the columns of a table mean the same to the database: conditions, computed values,
   * elements of indexes. What differs by how it is written alone is the same. Else the database is asked how it reads
   * either.
   *
   * @param table a table that is in the database, or null for an expression over no columns
   * @param actual an expression that was read
   * @param wanted an expression of the model
   * @throws SQLException if the database does not answer
   */
  public final Meaning compareSql(@Nullable TableName table, String actual, String wanted)
      throws SQLException {
    if (isSameSql(actual, wanted)) {
      return Meaning.SAME;
    }
    if (isRecorded() || keepsSql()) {
      return Meaning.DIFFERENT;
    }
    Optional<String> present = askMeaning(table, actual);
    Optional<String> target = present.isEmpty() ? present : askMeaning(table, wanted);
    if (target.isEmpty()) {
      return Meaning.UNDECIDED;
    }
    return present.equals(target) ? Meaning.SAME : Meaning.DIFFERENT;
  }

  /**
   * Asks the database how it reads an expression, in words that expressions of one meaning have in common; nothing where it
   * does not tell, or cannot read the expression. Executes nothing.
   *
   * @param table the table over whose columns the expression is, or null
   */
  protected Optional<String> askMeaning(@Nullable TableName table, String sql) throws SQLException {
    return Optional.empty();
  }

  /** Tells whether the database keeps expressions as they were written. */
  protected boolean keepsSql() {
    return false;
  }

  /** Tells whether a unique constraint and a unique index are the same thing to the database. */
  public boolean hasUniqueIndexesAlone() {
    return false;
  }

  /** Tells whether the database makes an index by itself for a foreign key without one. */
  public boolean indexesForeignKeys() {
    return false;
  }

  /** Tells whether an index that serves a foreign key cannot go before that. */
  public boolean keepsIndexesOfForeignKeys() {
    return indexesForeignKeys();
  }

  /** Tells whether a column that the database numbers without being told how is an identity column. */
  public boolean numbersByIdentity() {
    return false;
  }

  /** Tells whether a table in the database says which of its columns it numbers. */
  public boolean knowsNumberedColumns() {
    return false;
  }

  /** Tells whether the database can number a column as the model describes it, by an identity. */
  public final boolean hasIdentity() {
    return dialect.hasIdentity();
  }

  /** Tells whether a column that is there can become an identity column, be changed as one, or become none (null). */
  public final boolean changesIdentity(@Nullable Identity from, @Nullable Identity to) {
    return dialect.changesIdentity(from, to);
  }

  /** Returns the name of an object as the database stores it. */
  public String stored(Name name) {
    return name.text();
  }

  /** Returns what two names have in common if the database takes them for the same. */
  public String key(Name name) {
    return stored(name);
  }

  /** Returns the name of the model's that the database stores in a certain form. */
  public Name named(String stored) {
    return Name.of(stored);
  }

  /** Tells whether the database numbers a column of a model's table. */
  public final boolean isNumbered(Column column, Table table) {
    return dialect.isNumbered(column, table) && !dialect.isNumberedBySequence(column);
  }

  /**
   * Returns a table that was read as one to be created: a key of whole numbers is not numbered because nothing is said of it,
   * since the database has said what there is.
   */
  public final Table asItIs(Table read) {
    List<Column> columns = read.columns().stream()
        .map(column -> column.autoincrement() == null
                && column.identity() == null
                && dialect.isNumbered(column, read)
            ? column.autoincrement(false)
            : column)
        .toList();
    return read.with(columns, read.constraints());
  }

  /** Returns the name under which an object of the model is created: a long one that a convention has made is cut. */
  public final String writtenName(Name name) {
    return dialect.writtenName(name);
  }

  /** Returns the name of a new primary key that has none, so that it can be dropped again; null where that needs none. */
  public @Nullable Name primaryKeyName(TableName table) {
    return Name.exact("pk_" + table.name());
  }

  /** Returns the name that the database gives to a constraint without one; null where that cannot be told. */
  public @Nullable Name inventedName(TableName table, Constraint constraint) {
    return null;
  }

  /** Returns what a foreign key does where it says nothing. */
  public String standardAction() {
    return "NO ACTION";
  }

  /** Returns what an action of a foreign key is to the database, in upper case. */
  public String actionWritten(String action) {
    return action;
  }

  /**
   * Returns the default of a column that has to go before the column becomes an identity column; null for none.
   */
  public @Nullable ServerDefault defaultOf(Column column) {
    return column.serverDefault();
  }

  /** Returns the options with which a column is given another type that its values do not become by themselves. */
  public Options conversion(Name column, SqlType from, SqlType to) {
    return Options.NONE;
  }

  /** Tells whether a piece of SQL mentions a column by its name. */
  public final boolean mentions(String sql, Name column) {
    return dialect.replaced(sql, column, "") != null;
  }

  /** Returns a piece of SQL that mentions a column by its new name, wherever it did by the old one. */
  public final String renamedIn(String sql, Name from, Name to) {
    String changed = dialect.replaced(sql, from, dialect.quote(to));
    return changed == null ? sql : changed;
  }

  /** Returns an expression as SQL. */
  public final String sql(Expression expression) {
    return dialect.expression(expression);
  }

  /** Returns a default as SQL. */
  public final String defaultSql(Expression expression) {
    return dialect.defaultSql(expression);
  }

  /** Returns a type as it is on this database, with variants and users' own types seen through. */
  public final SqlType resolved(SqlType type) {
    return dialect.resolve(type);
  }

  /** Returns the check that a column's type brings along on this database, under its name. */
  public final Optional<Check> typeCheck(Column column, Table table) {
    return dialect.typeCheck(column, table.name());
  }

  /**
   * Returns a table of a model in which each constraint and index stands for itself, under the name that the convention
   * gives it: the flags and references of columns become constraints of the table.
   */
  public final Table explicit(Table table) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    var naming = dialect.naming();
    table.primaryKey().map(key -> naming.name(table.name(), key)).ifPresent(constraints::add);
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof PrimaryKey)) {
        constraints.add(naming.name(table.name(), constraint));
      }
    }
    table.indexes().forEach(index -> indexes.add(naming.name(index)));
    for (Column column : table.columns()) {
      Optional<Check> ofType = dialect.typeCheck(column, table.name());
      dialect.constraintsOf(column, table.name()).stream()
          .filter(constraint -> ofType.filter(constraint::equals).isEmpty())
          .forEach(constraints::add);
      column.checks().forEach(check -> constraints.add(naming.name(table.name(), check)));
      SqlDefinitions.indexOf(column, table.name())
          .ifPresent(index -> indexes.add(naming.name(index)));
      columns.add(column
          .withoutConstraints()
          .primaryKey(false)
          .unique(false)
          .indexed(false)
          .nullable(table.isNullable(column)));
    }
    return new Table(
        table.name(),
        columns,
        constraints,
        indexes,
        table.comment(),
        table.prefixes(),
        table.options());
  }
}
