package dev.lambic.it.differences;

import static dev.lambic.it.differences.BothWays.between;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

/** What differs in tables as a whole, their comments, sequences, enumerations and schemas. */
class ObjectDifferencesIT {
  private static Table parent() {
    return Table.of("parent", column("id", integer()).primaryKey());
  }

  private static Table child(String name, String parent) {
    return Table.of(
        name,
        column("id", integer()).primaryKey(),
        column("parent_id", integer()),
        foreignKey("parent_id")
            .references(parent, "id")
            .named("fk_" + name)
            .onDelete(ReferentialAction.CASCADE),
        index("ix_" + name).on(name, "parent_id", "id"));
  }

  @ParameterizedTest
  @AllDatabases
  void tables_comeAndGo(TestDatabase database) throws SQLException {
    boolean hasIndexesInside = database.kind().isMySqlFamily();
    between(
            MetaData.of(parent()),
            MetaData.of(parent(), child("b_child", "parent"), child("a_child", "b_child")))
        .forth(
            hasIndexesInside
                ? new String[] {"create table 'b_child'", "create table 'a_child'"}
                : new String[] {
                  "create table 'b_child'",
                  "create index 'ix_b_child' of table 'b_child'",
                  "create table 'a_child'",
                  "create index 'ix_a_child' of table 'a_child'"
                })
        .back(
            hasIndexesInside
                ? new String[] {"drop table 'a_child'", "drop table 'b_child'"}
                : new String[] {
                  "drop index 'ix_a_child' of table 'a_child'",
                  "drop table 'a_child'",
                  "drop index 'ix_b_child' of table 'b_child'",
                  "drop table 'b_child'"
                })
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void theCommentOfATable_comesAndGoes(TestDatabase database) throws SQLException {
    between(parent(), parent().comment("it's \\ \"so\""))
        .forth("change the comment of table 'parent'")
        .back("drop the comment of table 'parent'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void theCommentOfATable_becomesAnother(TestDatabase database) throws SQLException {
    between(parent().comment("one"), parent().comment("two"))
        .each("change the comment of table 'parent'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.SQLITE, DatabaseKind.MYSQL})
  void aSequence_comesAndGoes(TestDatabase database) throws SQLException {
    Sequence numbers =
        Sequence.of("numbers").with(SequenceOptions.NONE.start(5L).increment(2L));
    between(MetaData.of(parent()), MetaData.of(parent()).with(numbers))
        .withRemovedSequences()
        .forth("create sequence 'numbers'")
        .back("drop sequence 'numbers'")
        .on(database);
  }

  private static Table moods(String... values) {
    return Table.of(
        "person",
        column("id", integer()).primaryKey(),
        column("mood", enumeration("mood", values)).serverDefault("sad"));
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void aValueOfAnEnumeration_comesAndGoes(TestDatabase database) throws SQLException {
    between(moods("sad", "it's ok"), moods("sad", "so so", "it's ok"))
        .forth("add value 'so so' to enumeration 'mood'")
        .back("replace the values of enumeration 'mood'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void theValuesOfAnEnumeration_areInAnotherOrder(TestDatabase database) throws SQLException {
    between(moods("sad", "it's ok"), moods("it's ok", "sad"))
        .each("replace the values of enumeration 'mood'")
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.MARIADB, DatabaseKind.MYSQL})
  void theValuesOfAnEnumeration_areTheTypeOfTheColumn(TestDatabase database) throws SQLException {
    between(moods("sad", "it's ok"), moods("sad", "so so", "it's ok"))
        .each("change column 'mood' of table 'person': type")
        .on(database);
  }

  /** A name without a schema is one that the connection begins in; on MySQL a schema is a database. */
  private static String other(TestDatabase database) throws SQLException {
    String name = database.kind().isMySqlFamily() ? database.name() + "_other" : "other";
    database.execute("CREATE SCHEMA " + name
        + (database.kind() == DatabaseKind.HSQLDB ? " AUTHORIZATION DBA" : ""));
    return name;
  }

  private static Table elsewhere(String schema, int length) {
    TableName name = TableName.of(schema, "item");
    return Table.of(
        name,
        column("id", integer()).primaryKey(),
        column("name", string(length)),
        column("parent_id", integer()),
        foreignKey("parent_id").references("parent", "id").named("fk_item"),
        index("ix_item").on(name, "name"));
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void tablesOfAnotherSchema_comeAndGo(TestDatabase database) throws SQLException {
    String other = other(database);
    String item = "table '" + other + ".item'";
    Table same = Table.of("item", column("id", integer()).primaryKey());
    between(MetaData.of(parent(), same), MetaData.of(parent(), same, elsewhere(other, 20)))
        .inAllSchemas()
        .forth(
            database.kind().isMySqlFamily()
                ? new String[] {"create " + item}
                : new String[] {"create " + item, "create index 'ix_item' of " + item})
        .back(
            database.kind().isMySqlFamily()
                ? new String[] {"drop " + item}
                : new String[] {"drop index 'ix_item' of " + item, "drop " + item})
        .on(database);
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void whatDiffersInATableOfAnotherSchema(TestDatabase database) throws SQLException {
    String other = other(database);
    String item = "table '" + other + ".item'";
    TableName name = TableName.of(other, "item");
    Table changed = Table.of(
        name,
        column("id", integer()).primaryKey(),
        column("name", string(40)),
        column("fresh", integer()),
        column("parent_id", integer()),
        foreignKey("parent_id").references("parent", "id").named("fk_item"),
        check("fresh > 0").named("ck_item"),
        index("ix_item").on(name, "name", "fresh"));
    between(MetaData.of(parent(), elsewhere(other, 20)), MetaData.of(parent(), changed))
        .inAllSchemas()
        .forth(
            "add column 'fresh' of " + item,
            "change column 'name' of " + item + ": type",
            "drop index 'ix_item' of " + item,
            "create index 'ix_item' of " + item,
            "add check 'ck_item' of " + item)
        .back(
            "change column 'name' of " + item + ": type",
            "drop index 'ix_item' of " + item,
            "create index 'ix_item' of " + item,
            "drop check 'ck_item' of " + item,
            "drop column 'fresh' of " + item)
        .on(database);
  }
}
