package dev.lambic.it.differences;

import static dev.lambic.it.differences.BothWays.between;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.schema.Column;
import dev.lambic.schema.Identity;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;

/** What differs in the columns of a table. */
class ColumnDifferencesIT {
  private static final String CHANGE = "change column 'a' of table 'item': ";

  private static Table item(Column... columns) {
    return Table.of(
        "item",
        Stream.concat(Stream.of(column("id", integer()).primaryKey()), Stream.of(columns))
            .toArray(Column[]::new));
  }

  private static Column a(SqlType type) {
    return column("a", type);
  }

  @ParameterizedTest
  @AllDatabases
  void aColumn_comesAndGoes(TestDatabase database) throws SQLException {
    between(
            item(a(integer())),
            item(a(integer()), column("fresh", string(20)).serverDefault("it's")))
        .forth("add column 'fresh' of table 'item'")
        .back("drop column 'fresh' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void severalColumns_comeAndGo(TestDatabase database) throws SQLException {
    between(
            item(column("old", date()), column("older", numeric(5, 2)).notNull()),
            item(column("fresh", dateTime()), column("fresher", text())))
        .forth(
            "add column 'fresh' of table 'item'",
            "add column 'fresher' of table 'item'",
            "drop column 'old' of table 'item'",
            "drop column 'older' of table 'item'")
        .back(
            "add column 'old' of table 'item'",
            "add column 'older' of table 'item'",
            "drop column 'fresh' of table 'item'",
            "drop column 'fresher' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void theLengthOfAString(TestDatabase database) throws SQLException {
    between(item(a(string(20))), item(a(string(40)))).each(CHANGE + "type").on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void thePrecisionAndTheScaleOfANumber(TestDatabase database) throws SQLException {
    between(item(a(numeric(10, 2))), item(a(numeric(12, 4))))
        .each(CHANGE + "type")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void theWidthOfAWholeNumber(TestDatabase database) throws SQLException {
    between(item(a(integer())), item(a(bigInteger()))).each(CHANGE + "type").on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aStringThatBecomesAText(TestDatabase database) throws SQLException {
    between(item(a(string(20)).notNull()), item(a(text()).notNull()))
        .each(CHANGE + "type")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aDateThatBecomesAMoment(TestDatabase database) throws SQLException {
    between(item(a(date())), item(a(dateTime()))).each(CHANGE + "type").on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void whetherAColumnMayHoldNull(TestDatabase database) throws SQLException {
    between(item(a(string(20))), item(a(string(20)).notNull()))
        .forth(CHANGE + "NOT NULL")
        .back(CHANGE + "NULL")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aDefault_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(a(string(20))), item(a(string(20)).serverDefault("it's \\ \"so\"")))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aDefault_becomesAnother(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).serverDefault(literal(5))),
            item(a(integer()).serverDefault(literal(-7))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aDefaultThatIsComputed_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(a(dateTime())), item(a(dateTime()).serverDefault(sql("CURRENT_TIMESTAMP"))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void typeNullAndDefaultTogether_areOneChange(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).serverDefault(literal(1)).notNull()),
            item(a(bigInteger()).serverDefault(literal(2))))
        .forth(CHANGE + "type, NULL, default")
        .back(CHANGE + "type, NOT NULL, default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.H2, DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void whatAnUpdateDoesToADefault_comesAndGoes(TestDatabase database) throws SQLException {
    between(
            item(a(timestamp()).serverDefault(sql("CURRENT_TIMESTAMP"))),
            item(
                a(timestamp()).serverDefault(sql("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.H2, DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void whatAnUpdateDoesWithoutADefault_comesAndGoes(TestDatabase database) throws SQLException {
    between(
            item(a(dateTime())),
            item(a(dateTime()).serverDefault(sql("ON UPDATE CURRENT_TIMESTAMP"))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18, DatabaseKind.H2})
  void anIdentity_comesAndGoes(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).notNull()),
            item(a(integer()).notNull().serverDefault(Identity.byDefault().start(5))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18, DatabaseKind.H2})
  void anIdentity_takesTheValuesOfOthersOrNot(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).serverDefault(Identity.byDefault())),
            item(a(integer()).serverDefault(Identity.always())))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18, DatabaseKind.H2})
  void anIdentity_runsInOtherSteps(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).serverDefault(Identity.always().increment(1))),
            item(a(integer()).serverDefault(Identity.always().increment(10))))
        .each(CHANGE + "default")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = DatabaseKind.HSQLDB)
  void anIdentityThatCannotBeChanged_isPointedOut(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).notNull()),
            item(a(integer()).notNull().serverDefault(Identity.byDefault())))
        .isPointedOut(
            database,
            "How the database numbers column 'a' of table 'item' cannot be changed in place; drop the"
                + " column and add it anew.");
  }

  @ParameterizedTest
  @AllDatabases(only = DatabaseKind.H2)
  void theNumberThatAnIdentityBeginsWith_isPointedOut(TestDatabase database) throws SQLException {
    between(
            item(a(integer()).serverDefault(Identity.byDefault())),
            item(a(integer()).serverDefault(Identity.byDefault().start(100))))
        .isPointedOut(
            database,
            "How the database numbers column 'a' of table 'item' cannot be changed in place; drop the"
                + " column and add it anew.");
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void whetherTheDatabaseNumbersAColumn(TestDatabase database) throws SQLException {
    Column key = column("id", integer()).primaryKey();
    between(Table.of("item", key.autoincrement(false)), Table.of("item", key))
        .each("change column 'id' of table 'item': numbering")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void aComputedColumn_comesAndGoes(TestDatabase database) throws SQLException {
    between(
            item(a(integer())),
            item(
                a(integer()),
                column("b", integer()).serverDefault(computed("a * 2").stored())))
        .forth("add column 'b' of table 'item'")
        .back("drop column 'b' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void whatAColumnIsComputedFrom_isPointedOut(TestDatabase database) throws SQLException {
    between(computing("a + c * 2"), computing("(a + c) * 2"))
        .isPointedOut(
            database,
            "The computed value of column 'b' of table 'item' cannot be changed in place; drop the"
                + " column and add it anew.");
  }

  private static Table computing(String sql) {
    return item(
        a(integer()),
        column("c", integer()),
        column("b", integer()).serverDefault(computed(sql).stored()));
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void aComment_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(a(integer())), item(a(integer()).comment("it's \\ \"so\"")))
        .each(CHANGE + "comment")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void aComment_becomesAnother(TestDatabase database) throws SQLException {
    between(
            item(a(string(9)).notNull().serverDefault("x").comment("one")),
            item(a(string(9)).notNull().serverDefault("x").comment("two")))
        .each(CHANGE + "comment")
        .on(database);
  }
}
