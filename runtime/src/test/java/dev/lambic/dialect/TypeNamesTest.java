package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.schema.Expression;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that are the same to a database, and types that are not. */
class TypeNamesTest {
  private static final Connection NONE = (Connection) Proxy.newProxyInstance(
      TypeNamesTest.class.getClassLoader(),
      new Class<?>[] {Connection.class},
      (proxy, method, arguments) -> {
        throw new AssertionError("the database is asked: " + method);
      });

  private static boolean isSame(String dialect, String actual, String wanted) {
    return Inspector.of(Dialects.named(dialect), NONE)
        .isSameType(dev.lambic.schema.Schema.type(actual), dev.lambic.schema.Schema.type(wanted));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      postgresql | character varying(20)       | VARCHAR(20)
      postgresql | int4                        | INTEGER
      postgresql | real                        | FLOAT(24)
      postgresql | double precision            | FLOAT
      postgresql | numeric(10,0)               | DECIMAL(10)
      postgresql | timestamp with time zone    | TIMESTAMPTZ
      postgresql | integer[]                   | INTEGER[][]
      postgresql | interval day to second(3)   | INTERVAL DAY TO SECOND (3)
      postgresql | "bit varying"(4)            | "bit varying"(4)
      sqlite     | CLOB                        | TEXT
      sqlite     | DOUBLE PRECISION            | DOUBLE PRECISION
      sqlite     | DECIMAL(10,2)               | NUMERIC(10, 2)
      sqlite     | INT                         | INTEGER
      h2         | CHARACTER VARYING(5)        | VARCHAR(5)
      h2         | NUMERIC(100000, 0)          | NUMERIC
      hsqldb     | REAL                        | DOUBLE PRECISION
      mysql      | int(11)                     | INTEGER
      mysql      | tinyint(1)                  | BOOL
      mysql      | enum('a','b')               | ENUM('a', 'b')
      mysql      | decimal(10,0)               | NUMERIC
      mariadb    | double unsigned             | DOUBLE UNSIGNED
      oracle     | NUMBER(19, 0)               | NUMBER(19)
      oracle     | FLOAT(126)                  | DOUBLE PRECISION
      oracle     | VARCHAR2(5 CHAR)            | VARCHAR2(5 CHAR)
      oracle     | TIMESTAMP(6)                | TIMESTAMP
      mssql      | nvarchar(max)               | NVARCHAR(max)
      mssql      | decimal(18, 0)              | NUMERIC
      mssql      | float                       | DOUBLE PRECISION
      """)
  void areTheSame(String dialect, String actual, String wanted) {
    assertThat(isSame(dialect, actual, wanted)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      postgresql | character varying           | VARCHAR(20)
      postgresql | text                        | VARCHAR
      postgresql | timestamp without time zone | TIMESTAMP(3) WITHOUT TIME ZONE
      postgresql | bit(4)                      | BIT VARYING(4)
      postgresql | integer                     | INTEGER[]
      postgresql | xml                         | TEXT
      sqlite     | TEXT                        | CLOB
      sqlite     | VARCHAR                     | VARCHAR(10)
      sqlite     | DATETIME                    | TIMESTAMP
      h2         | NUMERIC(10, 2)              | NUMERIC
      mysql      | tinyint                     | BOOL
      mysql      | int unsigned                | INTEGER
      mysql      | enum('a','b')               | ENUM('a')
      oracle     | VARCHAR2(5 BYTE)            | VARCHAR2(5 CHAR)
      mssql      | nvarchar(5)                 | VARCHAR(5)
      """)
  void differ(String dialect, String actual, String wanted) {
    assertThat(isSame(dialect, actual, wanted)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      sqlite | (5)                 | '5'
      sqlite | CURRENT_TIMESTAMP   | (current_timestamp)
      mysql  | '0'                 | false
      mysql  | current_timestamp() | now()
      h2     | DATE '2020-01-01'   | '2020-01-01'
      h2     | 1.500               | 1.5
      mssql  | ((5))               | 5
      mssql  | (N'x')              | 'x'
      """)
  void defaultsOfTheSameMeaningAreTheSame(String dialect, String actual, String wanted)
      throws Exception {
    var column = dev.lambic.schema.Schema.column("c", dev.lambic.schema.Schema.integer());
    assertThat(Inspector.of(Dialects.named(dialect), NONE)
            .isSameDefault(
                column.serverDefault(new Expression.SqlText(actual)),
                column.serverDefault(new Expression.SqlText(wanted)),
                null))
        .isTrue();
  }
}
