package dev.lambic.it.servers;

import javax.sql.DataSource;

/** How to reach a database: what a user would configure, and the driver's own data source. */
record Access(String url, String user, String password, DataSource dataSource) {
  @Override
  public String toString() {
    return url;
  }
}
