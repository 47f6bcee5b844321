package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql | 53200 | 0     | transactionPerMigration",
        "postgresql | 25001 | 0     | autocommitBlock",
        "postgresql | 25P02 | 0     | Ask first",
        "postgresql | 55P04 | 0     | autocommitBlock",
        "postgresql | 40P01 | 0     | run the command again",
        "postgresql | 53100 | 0     | disk",
        "postgresql | 42501 | 0     | right",
        "postgresql | 57P01 | 0     | server runs",
        "mysql      | 40001 | 1213  | run the command again",
        "mysql      | HY000 | 1205  | who holds the table",
        "mysql      | HY000 | 1114  | disk",
        "mariadb    | 42000 | 1142  | right",
        "mysql      | HY000 | 1290  | can be written",
        "sqlite     |       | 5     | who holds the table",
        "sqlite     |       | 13    | disk",
        "h2         | 90096 | 90096 | right",
        "h2         | HYT00 | 50200 | who holds the table",
        "hsqldb     | 40001 | -4861 | run the command again",
        "oracle     | 61000 | 60    | run the command again",
        "oracle     | 42000 | 1031  | right",
        "mssql      | S0001 | 226   | autocommitBlock",
        "mssql      | 40001 | 1205  | run the command again",
        "mssql      | 08S01 | 0     | server runs"
      })
  void knownFailureHasARemedy(String dialect, String state, int code, String remedy) {
    SQLException failure = new SQLException("out of shared memory", state, code);
    assertThat(Dialects.named(dialect).remediesFor(failure)).first().asString().contains(remedy);
  }

  @ParameterizedTest
  @CsvSource({"postgresql,42P01", "mysql,42S02", "hsqldb,42501", "h2,42S02", "oracle,42000"})
  void failureThatTellsAllHasNone(String dialect, String state) {
    assertThat(Dialects.named(dialect).remediesFor(new SQLException("no such table", state)))
        .isEmpty();
  }
}
