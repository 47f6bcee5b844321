package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.catalogue.PostgresqlCatalogue;
import dev.lambic.it.catalogue.SqliteCatalogue;
import dev.lambic.it.conformance.ddl.Fields;
import dev.lambic.it.conformance.ddl.OperationReader;
import dev.lambic.it.conformance.ddl.Tables;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.ContextOptions;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Empty databases for cases: SQLite in memory, PostgreSQL in a transaction that is rolled back. */
final class Databases implements AutoCloseable {
  private TestDatabase postgresql;

  Fresh open(String dialect) throws SQLException {
    Connection connection;
    if (dialect.equals("sqlite")) {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    } else {
      if (postgresql == null) {
        postgresql = new TestDatabase(DatabaseKind.POSTGRESQL_18);
      }
      connection = postgresql.connect();
    }
    connection.setAutoCommit(false);
    return new Fresh(connection, dialect);
  }

  @Override
  public void close() {
    if (postgresql != null) {
      try {
        postgresql.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** An empty database. */
  final class Fresh implements AutoCloseable {
    private final Connection connection;
    private final String id;

    Fresh(Connection connection, String id) {
      this.connection = connection;
      this.id = id;
    }

    Connection connection() {
      return connection;
    }

    boolean needsBatch() {
      return id.equals("sqlite");
    }

    private static NamingConvention convention(JsonNode description) {
      return description.hasNonNull("naming_convention")
          ? OperationReader.convention(description.get("naming_convention"))
          : NamingConvention.STANDARD;
    }

    Dialect dialect(JsonNode description) throws SQLException {
      Dialect dialect = Dialects.of(connection).connected(connection);
      return dialect.with(
          dialect.settings().backslashEscapes(false).naming(convention(description)));
    }

    Operations operations(JsonNode description) {
      return new Operations(MigrationContext.configure(ContextOptions.builder()
          .connection(connection)
          .namingConvention(convention(description))
          .build()));
    }

    /** Empties the database. */
    void reset() throws SQLException {
      connection.rollback();
    }

    MetaData model(JsonNode description) {
      List<Table> tables = new ArrayList<>();
      description
          .path("tables")
          .forEach(table -> tables.add(
              Tables.table(table, new TableName(schema(table), Fields.name(table.get("table"))))));
      return new MetaData(tables);
    }

    private static dev.lambic.schema.Name schema(JsonNode table) {
      return Fields.name(table.path("schema"));
    }

    Catalogue catalogue() throws SQLException {
      return id.equals("sqlite")
          ? new SqliteCatalogue().read(connection)
          : new PostgresqlCatalogue().read(connection);
    }

    /** Creates what is no table, and what a model takes as given. */
    void createSchemas(JsonNode description) throws SQLException {
      for (String schema : Fields.texts(description.path("schemas"))) {
        execute("CREATE SCHEMA " + schema);
      }
      for (String sql : Fields.texts(description.path("sql"))) {
        if (!sql.startsWith("CREATE TABLE")) {
          execute(sql);
        }
      }
    }

    /** Foreign keys come last, so that the order of the tables makes no difference. */
    void create(JsonNode description) throws SQLException {
      Dialect dialect = dialect(description);
      for (String schema : Fields.texts(description.path("schemas"))) {
        execute("CREATE SCHEMA " + schema);
      }
      List<String> last = new ArrayList<>();
      List<String> enums = new ArrayList<>();
      for (Table table : model(description).tables()) {
        List<ForeignKey> later = id.equals("sqlite") ? List.of() : table.foreignKeys();
        List<Constraint> now = table.constraints().stream()
            .filter(constraint -> !later.contains(constraint))
            .toList();
        Table created = table.with(
            table.columns().stream()
                .map(column -> {
                  var changed = id.equals("sqlite") ? column : withoutReferences(column);
                  if (changed.type() instanceof EnumType type && type.name() != null) {
                    if (enums.contains(type.name().text())) {
                      return changed.type(type.existing());
                    }
                    enums.add(type.name().text());
                  }
                  return changed;
                })
                .toList(),
            now);
        for (String sql : dialect.statements(new CreateTableOp(created))) {
          execute(sql);
        }
        for (ForeignKey key : later) {
          last.addAll(dialect.statements(new AddConstraintOp(table.name(), key)));
        }
      }
      for (String sql : last) {
        execute(sql);
      }
      for (String sql : Fields.texts(description.path("sql"))) {
        execute(sql);
      }
    }

    private static dev.lambic.schema.Column withoutReferences(dev.lambic.schema.Column column) {
      dev.lambic.schema.Column bare = column.withoutConstraints();
      for (Constraint.Check check : column.checks()) {
        bare = bare.check(check);
      }
      return bare;
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }
}
