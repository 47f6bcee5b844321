package dev.lambic.it.directives;

import dev.lambic.it.servers.DatabaseKind;
import java.util.List;

/** A trigger in the language of each database. */
final class Triggers {
  private Triggers() {}

  /** Returns the statements that create a trigger named tr. */
  static List<String> onInsertInto(String table, DatabaseKind kind) {
    return switch (kind) {
      case H2 ->
        List.of("CREATE TRIGGER tr BEFORE INSERT ON " + table + " FOR EACH ROW CALL '"
            + NoTrigger.class.getName() + "'");
      case HSQLDB ->
        List.of("CREATE TRIGGER tr BEFORE INSERT ON " + table
            + " REFERENCING NEW ROW AS n FOR EACH ROW SET n.age = 1");
      case SQLITE ->
        List.of("CREATE TRIGGER tr BEFORE INSERT ON " + table + " BEGIN SELECT 1; END");
      case POSTGRESQL_14, POSTGRESQL_18 ->
        List.of(
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER tr BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION f()");
      case MARIADB, MYSQL ->
        List.of("CREATE TRIGGER tr BEFORE INSERT ON " + table + " FOR EACH ROW SET NEW.age = 1");
    };
  }
}
