package dev.lambic.benchmarks;

import dev.lambic.benchmarks.Rounds.Job;
import dev.lambic.command.Fleet;
import dev.lambic.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Brings empty schemas of one PostgreSQL database to the head of twenty revisions, four at a time: Lambic as a fleet, the
 * others from a pool of threads.
 *
 * @param tenants how many schemas
 */
record TenantsWorkload(int tenants, Rounds rounds) implements Workload {
  private static final int REVISIONS = 20;
  private static final int PARALLELISM = 4;

  @Override
  public void run(Setup setup) throws Exception {
    List<String> schemas =
        IntStream.range(0, tenants).mapToObj(i -> "tenant_" + i).toList();
    History history = setup.histories().history(Database.POSTGRESQL, REVISIONS);
    setup
        .report()
        .heading("Tenants: %d schemas of one PostgreSQL database, %d revisions, %d at a time"
            .formatted(tenants, REVISIONS, PARALLELISM));
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (Contender contender : Contender.all()) {
      jobs.put(contender.name(), () -> upgrade(setup.databases(), contender, history, schemas));
    }
    setup.report().comparison("all schemas", "ms", rounds.of(jobs));
  }

  private static double upgrade(
      Databases databases, Contender contender, History history, List<String> schemas)
      throws Exception {
    Target target = databases.create(Database.POSTGRESQL);
    try {
      Databases.execute(
          target, schemas.stream().map("CREATE SCHEMA "::concat).toArray(String[]::new));
      return Rounds.milliseconds(() -> {
        if (contender instanceof LambicContender) {
          asFleet(target, history, schemas);
        } else {
          inThreads(target, contender, history, schemas);
        }
      });
    } finally {
      databases.drop(target);
    }
  }

  private static void asFleet(Target target, History history, List<String> schemas) {
    ClassLoader loader = history.loader();
    Fleet.builder()
        .schemas(() -> Config.builder().dataSource(target).classLoader(loader), schemas)
        .parallelism(PARALLELISM)
        .build()
        .upgrade("head")
        .requireComplete();
  }

  private static void inThreads(
      Target target, Contender contender, History history, List<String> schemas) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PARALLELISM);
    try {
      List<Future<?>> runs = schemas.stream()
          .<Future<?>>map(schema -> threads.submit(() -> {
            contender.install(target.inSchema(schema), history).upgrade();
            return null;
          }))
          .toList();
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
