package dev.lambic.it.differences;

import static dev.lambic.it.differences.BothWays.between;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

/** What differs in the keys, checks and indexes of a table. */
class ConstraintDifferencesIT {
  private static Table item(TableElement... parts) {
    List<TableElement> elements = new ArrayList<>(List.of(
        column("id", integer()).primaryKey(),
        column("a", integer()).notNull(),
        column("b", integer()).notNull(),
        column("name", string(20))));
    elements.addAll(List.of(parts));
    return Table.of("item", elements.toArray(TableElement[]::new));
  }

  private static Table keyless(TableElement... parts) {
    List<TableElement> elements = new ArrayList<>(List.of(
        column("a", integer()).notNull().autoincrement(false),
        column("b", integer()).notNull().autoincrement(false)));
    elements.addAll(List.of(parts));
    return Table.of("item", elements.toArray(TableElement[]::new));
  }

  @ParameterizedTest
  @AllDatabases
  void aPrimaryKey_comesAndGoes(TestDatabase database) throws SQLException {
    between(keyless(), keyless(primaryKey("a").named("pk_item")))
        .forth("add primary key 'pk_item' (a) of table 'item'")
        .back("drop primary key" + name(database, "pk_item") + " of table 'item'")
        .on(database);
  }

  /** A primary key has no name of its own on MySQL. */
  private static String name(TestDatabase database, String name) {
    return database.kind().isMySqlFamily() ? " without a name" : " '" + name + "'";
  }

  @ParameterizedTest
  @AllDatabases
  void aPrimaryKey_hasOtherColumns(TestDatabase database) throws SQLException {
    String drop = "drop primary key" + name(database, "pk_item") + " of table 'item'";
    between(
            keyless(primaryKey("a").named("pk_item")),
            keyless(primaryKey("b", "a").named("pk_item")))
        .forth(drop, "add primary key 'pk_item' (b, a) of table 'item'")
        .back(drop, "add primary key 'pk_item' (a) of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aUniqueConstraint_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(), item(unique("a", "b").named("uq_item")))
        .forth("add unique constraint 'uq_item' (a, b) of table 'item'")
        .back("drop unique constraint 'uq_item' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aUniqueConstraint_hasOtherColumns(TestDatabase database) throws SQLException {
    between(item(unique("a").named("uq_item")), item(unique("a", "name").named("uq_item")))
        .forth(
            "drop unique constraint 'uq_item' of table 'item'",
            "add unique constraint 'uq_item' (a, name) of table 'item'")
        .back(
            "drop unique constraint 'uq_item' of table 'item'",
            "add unique constraint 'uq_item' (a) of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void anIndex_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(), item(index("ix_item").on("item", "name", "a")))
        .forth("create index 'ix_item' of table 'item'")
        .back("drop index 'ix_item' of table 'item'")
        .on(database);
  }

  private static final String[] ANEW = {
    "drop index 'ix_item' of table 'item'", "create index 'ix_item' of table 'item'"
  };

  @ParameterizedTest
  @AllDatabases
  void anIndex_hasOtherColumns(TestDatabase database) throws SQLException {
    between(
            item(index("ix_item").on("item", "a", "name")),
            item(index("ix_item").on("item", "name", "a")))
        .each(ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void anIndex_isUniqueOrNot(TestDatabase database) throws SQLException {
    between(
            item(index("ix_item").on("item", "a")),
            item(index("ix_item").on("item", "a").unique()))
        .each(ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.HSQLDB, DatabaseKind.H2, DatabaseKind.MARIADB})
  void anIndexOverAnExpression_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(), item(index("ix_item").on("item", sql("(a + b * 2)"))))
        .forth("create index 'ix_item' of table 'item'")
        .back("drop index 'ix_item' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.HSQLDB, DatabaseKind.H2, DatabaseKind.MARIADB})
  void anIndex_isOverAnotherExpression(TestDatabase database) throws SQLException {
    between(
            item(index("ix_item").on("item", sql("(a + b * 2)"), columnOf("a"))),
            item(index("ix_item").on("item", sql("((a + b) * 2)"), columnOf("a"))))
        .each(ANEW)
        .on(database);
  }

  /** HSQLDB makes nothing of the order. */
  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.HSQLDB)
  void anIndex_isInAnotherOrder(TestDatabase database) throws SQLException {
    between(
            item(index("ix_item").on("item", columnOf("a"), columnOf("b"))),
            item(index("ix_item").on("item", columnOf("a"), descending(columnOf("b")))))
        .each(ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(
      only = {DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void anIndex_leavesOutOtherRows(TestDatabase database) throws SQLException {
    between(item(partial("a > 0 AND b IN (1, 2)")), item(partial("a > 0 AND b IN (1, 3)")))
        .each(ANEW)
        .on(database);
  }

  private static TableElement partial(String condition) {
    return index("ix_item")
        .on("item", "a")
        .with("postgresql_where", sql(condition))
        .with("sqlite_where", sql(condition));
  }

  private static MetaData referring(TableElement... keys) {
    return MetaData.of(
        item(keys),
        Table.of(
            "parent",
            column("id", integer()).primaryKey(),
            column("other", integer()).notNull().unique()));
  }

  private static ForeignKey key() {
    return foreignKey("a").references("parent", "id").named("fk_item");
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void aForeignKey_comesAndGoes(TestDatabase database) throws SQLException {
    between(referring(), referring(key().onDelete(ReferentialAction.CASCADE)))
        .forth("add foreign key 'fk_item' (a) of table 'item'")
        .back("drop foreign key 'fk_item' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void aForeignKey_comesAndGoes_withTheIndexThatTheDatabaseMakesForIt(TestDatabase database)
      throws SQLException {
    between(referring(), referring(key().onDelete(ReferentialAction.CASCADE)))
        .forth("add foreign key 'fk_item' (a) of table 'item'")
        .back("drop foreign key 'fk_item' of table 'item'", "drop index 'fk_item' of table 'item'")
        .on(database);
  }

  private static final String[] KEY_ANEW = {
    "drop foreign key 'fk_item' of table 'item'", "add foreign key 'fk_item' (a) of table 'item'"
  };

  @ParameterizedTest
  @AllDatabases
  void aForeignKey_doesSomethingElseOnDelete(TestDatabase database) throws SQLException {
    between(referring(key()), referring(key().onDelete(ReferentialAction.CASCADE)))
        .each(KEY_ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aForeignKey_doesSomethingElseOnUpdate(TestDatabase database) throws SQLException {
    between(referring(key().onUpdate(ReferentialAction.CASCADE)), referring(key()))
        .each(KEY_ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aForeignKey_leadsElsewhere(TestDatabase database) throws SQLException {
    between(
            referring(key()),
            referring(foreignKey("a").references("parent", "other").named("fk_item")))
        .each(KEY_ANEW)
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aCheck_comesAndGoes(TestDatabase database) throws SQLException {
    between(item(), item(check("a > 0 AND b < 5").named("ck_item")))
        .forth("add check 'ck_item' of table 'item'")
        .back("drop check 'ck_item' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aCheck_hasAnotherCondition(TestDatabase database) throws SQLException {
    between(
            item(check("a > 0 AND b IN (1, 2)").named("ck_item")),
            item(check("a > 0 AND b IN (1, 3)").named("ck_item")))
        .each("drop check 'ck_item' of table 'item'", "add check 'ck_item' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases
  void aCheck_isOverAColumnThatIsNew(TestDatabase database) throws SQLException {
    between(
            item(check("a > 0").named("ck_item")),
            item(column("fresh", integer()), check("fresh > 0").named("ck_item")))
        .forth(
            "add column 'fresh' of table 'item'",
            "drop check 'ck_item' of table 'item'",
            "add check 'ck_item' of table 'item'")
        .back(
            "drop check 'ck_item' of table 'item'",
            "add check 'ck_item' of table 'item'",
            "drop column 'fresh' of table 'item'")
        .on(database);
  }

  /** Written as a user would, not as a database does. */
  private static final List<String> CONDITIONS = List.of(
      "a >= 0",
      "a>0   and B < 5",
      "(a > 0) AND (b IN (1, 2) OR b = 7)",
      "NOT (a BETWEEN 1 AND 5 OR name IS NULL)",
      "name LIKE 'x%' OR name <> 'it''s so'",
      "a + b * 2 > 7.50",
      "(a + b) * 2 > 7.50",
      "CASE WHEN a > 1 THEN b ELSE a END > 0",
      "UPPER(name) = name",
      "COALESCE(a, 0) <> -1",
      "name IN ('one', 'two')",
      "LOWER(name) NOT IN ('one', 'Two')",
      "1 = 1");

  private static Table checked(UnaryOperator<String> words) {
    return item(IntStream.range(0, CONDITIONS.size())
        .mapToObj(i -> check(words.apply(CONDITIONS.get(i))).named("ck_" + i))
        .toArray(TableElement[]::new));
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void aConditionInOtherWords_doesNotDiffer(TestDatabase database) throws SQLException {
    between(checked(condition -> condition), checked(condition -> "((" + condition + ") )"))
        .isTheSame(database);
  }

  private static BothWays aColumnOfEachKind() {
    return between(
            referring(),
            referring(
                column("fresh", integer()),
                index("ix_item").on("item", "fresh"),
                unique("fresh", "a").named("uq_item"),
                check("fresh > 0").named("ck_item"),
                foreignKey("fresh").references("parent", "id").named("fk_item")))
        .forth(
            "add column 'fresh' of table 'item'",
            "create index 'ix_item' of table 'item'",
            "add unique constraint 'uq_item' (fresh, a) of table 'item'",
            "add foreign key 'fk_item' (fresh) of table 'item'",
            "add check 'ck_item' of table 'item'");
  }

  @ParameterizedTest
  @AllDatabases(
      only = {DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void aColumn_comesAndGoesWithAllThatIsOverIt(TestDatabase database) throws SQLException {
    aColumnOfEachKind()
        .back(
            "drop index 'ix_item' of table 'item'",
            "drop unique constraint 'uq_item' of table 'item'",
            "drop foreign key 'fk_item' of table 'item'",
            "drop check 'ck_item' of table 'item'",
            "drop column 'fresh' of table 'item'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(
      except = {DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void aColumn_comesAndGoesWithAllThatIsOverIt_whereAForeignKeyHoldsAnIndex(TestDatabase database)
      throws SQLException {
    aColumnOfEachKind()
        .back(
            "drop foreign key 'fk_item' of table 'item'",
            "drop index 'ix_item' of table 'item'",
            "drop unique constraint 'uq_item' of table 'item'",
            "drop check 'ck_item' of table 'item'",
            "drop column 'fresh' of table 'item'")
        .on(database);
  }
}
