/**
 * The databases that the tests run on. {@link dev.lambic.it.servers.DatabaseKind} lists them,
 * {@link dev.lambic.it.servers.AllDatabases} runs a test on each, {@link dev.lambic.it.servers.TestDatabase} is what
 * the test gets: an empty database of its own. H2, HSQLDB and SQLite run in process; PostgreSQL, MariaDB and MySQL are
 * real servers, started from the files that the build has put below {@code target/servers}.
 */
@NullMarked
package dev.lambic.it.servers;

import org.jspecify.annotations.NullMarked;
