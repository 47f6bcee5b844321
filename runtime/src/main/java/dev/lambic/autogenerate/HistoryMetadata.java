package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.dialect.VersionTable;
import dev.lambic.error.LambicException;
import dev.lambic.error.MigrationException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.OperationTarget;
import dev.lambic.operations.Operations;
import dev.lambic.operations.ScriptStatement;
import dev.lambic.schema.Column;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/**
 * The tables, sequences and enumerations that a history leads to: its revisions are run from base to heads on an empty
 * database that does not exist, and their operations are folded into a schema. So a model can be compared with its
 * migrations while the project is built, with no database at all:
 *
 * <pre>{@code
 * AutogenerateContext history = HistoryMetadata.of(directory).context(dialect, options);
 * List<Difference> missing = Autogenerate.compareMetadata(history, model);
 * }</pre>
 *
 * <p>As a target, it tells how a database differs from what its migrations say. Raw SQL that may change tables, code that
 * asks for the connection, and changes of what no operation has created cannot be followed: each is a remark that names
 * the revision. Immutable.
 */
public final class HistoryMetadata implements TargetMetadata {
  private final ScriptDirectory history;
  private final String target;

  private HistoryMetadata(ScriptDirectory history, String target) {
    this.history = Objects.requireNonNull(history, "history");
    this.target = Objects.requireNonNull(target, "target");
  }

  /** Returns what a whole history leads to. */
  public static HistoryMetadata of(ScriptDirectory history) {
    return new HistoryMetadata(history, "heads");
  }

  /** Returns what the history leads to when a database is upgraded to a target. */
  public HistoryMetadata upTo(String symbol) {
    return new HistoryMetadata(history, symbol);
  }

  /**
   * Returns a context in which the history takes the place of a database.
   *
   * @param dialect the dialect that the migrations are run with; its naming convention names what they leave without a
   *     name
   * @throws MigrationException if a migration fails
   */
  public AutogenerateContext context(Dialect dialect, AutogenerateOptions options) {
    SchemaFold fold = fold(dialect);
    return new AutogenerateContext(
        Inspector.of(dialect, fold.snapshot()),
        AutogenerateContext.ownTables(TableName.of(VersionTable.DEFAULT_NAME)),
        options,
        fold.remarks());
  }

  /**
   * Returns what the history leads to, as the target of a comparison.
   *
   * @throws MigrationException if a migration fails
   */
  @Override
  public List<MetaData> read(Dialect dialect) {
    SchemaFold fold = fold(dialect);
    Snapshot snapshot = fold.snapshot();
    List<Table> tables = snapshot.tables().stream()
        .map(table -> table.with(
            table.columns().stream().map(HistoryMetadata::creating).toList(), table.constraints()))
        .toList();
    return List.of(new MetaData(tables, snapshot.sequences(), List.of(), fold.remarks()));
  }

  /** A target says how to create what is missing, the type of an enumeration included. */
  private static Column creating(Column column) {
    return column.type(creating(column.type()));
  }

  private static SqlType creating(SqlType type) {
    if (type instanceof SqlType.ArrayType array) {
      return new SqlType.ArrayType(creating(array.item()), array.dimensions());
    }
    return type instanceof EnumType known && known.isNative()
        ? new EnumType(
            known.name(),
            known.schema(),
            known.values(),
            true,
            known.hasCheck(),
            known.length(),
            true,
            known.ownCheckName())
        : type;
  }

  private SchemaFold fold(Dialect dialect) {
    Recorder recorder = new Recorder(dialect);
    for (Script script : history.upgradePlan(target, List.of())) {
      recorder.run(script);
    }
    return recorder.fold;
  }

  /** Takes a migration no further. */
  private static final class NeedsConnection extends RuntimeException {
    private static final long serialVersionUID = 1;

    NeedsConnection() {
      super("there is no database", null, false, false);
    }
  }

  /** What migrations run on in the place of a database. */
  private static final class Recorder implements OperationTarget {
    private final Dialect dialect;
    private final Operations operations = new Operations(this);
    private final SchemaFold fold;

    Recorder(Dialect dialect) {
      this.dialect = dialect;
      this.fold = new SchemaFold(dialect, operations);
    }

    void run(Script script) {
      fold.enter(script.label());
      try {
        script.newMigration().upgrade(operations);
      } catch (NeedsConnection e) {
        fold.remark("asks for the connection; what it does from there on is not known.");
      } catch (LambicException e) {
        throw e;
      } catch (Exception e) {
        throw new MigrationException(
            Problem.of(
                    ProblemId.HISTORY_UNREADABLE,
                    "Revision '" + script.label()
                        + "' does not run without a database, so that the history cannot be folded.")
                .where(script.className())
                .with("threw", e.toString())
                .fix("compare with a database instead.")
                .fix("have the revision say in operations what it does."),
            e);
      }
    }

    @Override
    public long invoke(MigrateOperation operation) {
      operation.accept(fold);
      return 1;
    }

    @Override
    public List<ScriptStatement> statementsOf(String script) {
      return dialect.statementsOf(script);
    }

    @Override
    public void autocommitBlock(Runnable body) {
      body.run();
    }

    @Override
    public Connection getBind() {
      throw new NeedsConnection();
    }
  }
}
