package dev.lambic.benchmarks;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.unique;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.InspectionScope;
import dev.lambic.dialect.Inspector;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads a database of many tables that refer to each other, and compares it: with a model that has none of them, so that all
 * have to go, and with one that has just these, so that nothing has to be done.
 */
final class InspectionWorkload implements Workload {
  private static final int ROUNDS = 3;

  /** Something whose result is kept, to see what it holds. */
  private interface Job {
    List<?> run(Connection connection) throws SQLException;
  }

  @Override
  public void run(Setup setup) throws Exception {
    int tables = setup.profile().tables();
    MetaData model = new MetaData(
        IntStream.range(0, tables).mapToObj(InspectionWorkload::table).toList());
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put("read", InspectionWorkload::read);
    jobs.put("compared with no tables", connection -> differences(connection, MetaData.EMPTY));
    jobs.put("compared with the same tables", connection -> differences(connection, model));
    setup
        .report()
        .heading(("Inspection of %,d tables, each of five columns, with a primary key, a unique"
                + " constraint, an index, and a foreign key")
            .formatted(tables));
    List<List<String>> rows = new ArrayList<>();
    for (Database database : Database.values()) {
      Target target = setup.databases().create(database);
      create(target, model);
      for (Map.Entry<String, Job> job : jobs.entrySet()) {
        int results = job.getKey().endsWith("the same tables") ? 0 : tables;
        rows.add(measured(database.title(), job.getKey(), target, job.getValue(), results));
      }
      setup.databases().drop(target);
    }
    setup
        .report()
        .table(
            List.of(
                "database",
                "what is done",
                "ms",
                "peak of the heap, MiB",
                "held by the result, MiB"),
            rows);
  }

  /** Each but the first refers to the one before it, in chains of fifty. */
  private static Table table(int number) {
    String name = name(number);
    List<TableElement> elements = new ArrayList<>(List.of(
        column("id", integer()).notNull().autoincrement(false),
        column("name", string(100)).notNull(),
        column("email", string(200)),
        column("amount", numeric(10, 2)),
        column("previous", integer()),
        primaryKey("id").named("pk_" + name),
        unique("email").named("uq_" + name),
        index("ix_" + name + "_amount").on(name, "amount", "id")));
    if (number % 50 > 0) {
      elements.add(foreignKey("previous").references(name(number - 1), "id").named("fk_" + name));
    }
    return Table.of(name, elements.toArray(new TableElement[0]));
  }

  private static String name(int number) {
    return "customer_%05d".formatted(number);
  }

  private static void create(Target target, MetaData model) throws SQLException {
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection).connected(connection);
      connection.setAutoCommit(false);
      int count = 0;
      for (Table table : model.tables()) {
        for (String sql : dialect.statements(new CreateTableOp(table))) {
          statement.execute(sql);
        }
        // PostgreSQL keeps a lock on each table that a transaction has made.
        if (++count % 100 == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }

  private static List<?> read(Connection connection) throws SQLException {
    Dialect dialect = Dialects.of(connection).connected(connection);
    return Inspector.of(dialect, connection)
        .read(InspectionScope.DEFAULT_SCHEMA)
        .tables();
  }

  private static List<?> differences(Connection connection, MetaData model) throws SQLException {
    AutogenerateContext context = new AutogenerateContext(
        connection, Dialects.of(connection).connected(connection), AutogenerateOptions.DEFAULT);
    return Autogenerate.compareMetadata(context, model);
  }

  private static List<String> measured(
      String database, String title, Target target, Job job, int expected) throws Exception {
    Samples milliseconds = new Samples();
    Samples peaks = new Samples();
    Samples held = new Samples();
    for (int round = 0; round <= ROUNDS; round++) {
      try (Connection connection = target.getConnection()) {
        long before = usedAfterCollection();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Object> kept = new ArrayList<>();
        double took = Rounds.milliseconds(() -> kept.addAll(job.run(connection)));
        long peak =
            heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        long after = usedAfterCollection();
        if (expected == 0 ? !kept.isEmpty() : kept.size() < expected) {
          throw new IllegalStateException(kept.size() + " results where it is " + title);
        }
        if (round > 0) {
          milliseconds.add(took);
          peaks.add(mebibytes(peak - before));
          held.add(mebibytes(after - before));
        }
      }
    }
    return List.of(
        database,
        title,
        Report.spread(milliseconds, "%.0f"),
        Report.spread(peaks, "%.0f"),
        Report.spread(held, "%.1f"));
  }

  private static double mebibytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
