package dev.lambic.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/** What workloads have in common: where databases and histories come from, and where the results go. */
record Setup(
    Path folder, Databases databases, HistoryWriter histories, Report report, Profile profile) {

  /** Returns a pool, as applications have one: what opening a connection takes does not count. */
  static HikariDataSource pool(Target target) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(target.url());
    config.setUsername(target.user());
    config.setPassword(target.password());
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }
}
