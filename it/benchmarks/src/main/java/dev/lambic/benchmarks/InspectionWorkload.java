package dev.lambic.benchmarks;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.dialect.Dialects;
import dev.lambic.schema.MetaData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares a database of many tables with a model that has none of them: everything is read. */
final class InspectionWorkload implements Workload {

  @Override
  public void run(Setup setup) throws Exception {
    int tables = setup.profile().tables();
    setup
        .report()
        .heading("Inspection of %,d tables, each of five columns, with an index".formatted(tables));
    List<List<String>> rows = new ArrayList<>();
    for (Database database : Database.values()) {
      Target target = setup.databases().create(database);
      // Each second revision makes a table; the others add to it.
      History history = setup.histories().history(database, 2 * tables);
      new JdbcLoop().install(target, history).upgrade();
      Samples milliseconds = new Samples();
      Samples mebibytes = new Samples();
      for (int round = 0; round < 4; round++) {
        try (Connection connection = target.getConnection()) {
          long before = usedAfterCollection();
          List<Object> kept = new ArrayList<>();
          double took = Rounds.milliseconds(() -> kept.addAll(differences(connection)));
          long after = usedAfterCollection();
          if (kept.size() < tables) {
            throw new IllegalStateException("only " + kept.size() + " differences");
          }
          if (round > 0) {
            milliseconds.add(took);
            mebibytes.add((after - before) / 1024.0 / 1024.0);
          }
        }
      }
      rows.add(List.of(
          database.title(), Report.spread(milliseconds, "%.0f"), Report.spread(mebibytes, "%.1f")));
      setup.databases().drop(target);
    }
    setup.report().table(List.of("database", "ms", "held by the result, MiB"), rows);
  }

  private static List<?> differences(Connection connection) throws SQLException {
    AutogenerateContext context = new AutogenerateContext(
        connection, Dialects.of(connection).connected(connection), AutogenerateOptions.DEFAULT);
    return Autogenerate.compareMetadata(context, MetaData.EMPTY);
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
