package dev.lambic.autogenerate;

import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tables in an order in which they can be created: in layers, each of which refers to those before it alone, and by name
 * within a layer. SQLAlchemy's order. Foreign keys of tables that refer to each other in a circle do not count.
 */
final class TableOrder {
  private final Function<TableName, String> keyOf;
  private final List<Table> sorted = new ArrayList<>();
  private final List<Table> inCircles = new ArrayList<>();

  /**
   * Sorts tables.
   *
   * @param tables the tables, by name
   * @param keyOf returns what tells one table from another, for a table or the name that a foreign key refers to
   */
  TableOrder(List<Table> tables, Function<TableName, String> keyOf) {
    this.keyOf = keyOf;
    Map<String, Table> waiting = new LinkedHashMap<>();
    tables.forEach(table -> waiting.put(keyOf.apply(table.name()), table));
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    waiting.forEach((key, table) -> needs.put(key, needs(key, table, waiting.keySet())));
    while (!waiting.isEmpty()) {
      List<String> layer = waiting.keySet().stream()
          .filter(key -> needs.getOrDefault(key, Set.of()).stream().noneMatch(waiting::containsKey))
          .toList();
      if (layer.isEmpty()) {
        breakCircles(waiting, needs);
      }
      layer.forEach(key -> sorted.add(waiting.remove(key)));
    }
  }

  private Set<String> needs(String own, Table table, Set<String> known) {
    Set<String> needs = new TreeSet<>();
    for (ForeignKey key : table.foreignKeys()) {
      String referent = keyOf.apply(key.referent());
      if (!referent.equals(own) && known.contains(referent)) {
        needs.add(referent);
      }
    }
    return needs;
  }

  /** Forgets what the tables in circles need of each other; those that only wait for such a circle keep their needs. */
  private void breakCircles(Map<String, Table> waiting, Map<String, Set<String>> needs) {
    List<String> circle = waiting.keySet().stream()
        .filter(key -> reaches(key, key, waiting, needs))
        .toList();
    circle.forEach(key -> inCircles.add(waiting.get(key)));
    circle.forEach(key -> needs.getOrDefault(key, new TreeSet<>()).removeIf(circle::contains));
  }

  private static boolean reaches(
      String from, String to, Map<String, Table> waiting, Map<String, Set<String>> needs) {
    Set<String> seen = new TreeSet<>();
    List<String> open = new ArrayList<>(needs.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (next.equals(to)) {
        return true;
      }
      if (waiting.containsKey(next) && seen.add(next)) {
        open.addAll(needs.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  /** Returns the tables in order. */
  List<Table> sorted() {
    return sorted;
  }

  /** Tells whether a foreign key of a table leads to a table that is created after it. */
  boolean leadsAhead(Table table, ForeignKey key) {
    String referent = keyOf.apply(key.referent());
    return inCircles.contains(table)
        && inCircles.stream().anyMatch(other -> keyOf.apply(other.name()).equals(referent))
        && sorted.indexOf(table)
            < sorted.stream().map(other -> keyOf.apply(other.name())).toList().indexOf(referent);
  }
}
