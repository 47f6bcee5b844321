package dev.lambic.autogenerate;

import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Tables in an order in which they can be created: in layers, each of which refers to those before it alone, and by name
 * within a layer. SQLAlchemy's order. Foreign keys of tables that refer to each other in a circle do not count. Takes time in
 * proportion to the tables and their foreign keys.
 */
final class TableOrder {
  private final Function<TableName, String> keyOf;
  private final List<Table> sorted = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Set<String> inCircles = new LinkedHashSet<>();

  /** What each table that is not in order yet waits for. */
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  /** The other way round: what waits for each table. */
  private final Map<String, Set<String>> neededBy = new LinkedHashMap<>();

  /**
   * Sorts tables.
   *
   * @param tables the tables, by name
   * @param keyOf returns what tells one table from another, for a table or the name that a foreign key refers to
   */
  TableOrder(List<Table> tables, Function<TableName, String> keyOf) {
    this.keyOf = keyOf;
    Map<String, Table> byKey = new LinkedHashMap<>();
    tables.forEach(table -> byKey.put(keyOf.apply(table.name()), table));
    byKey.keySet().forEach(key -> {
      needs.put(key, new LinkedHashSet<>());
      neededBy.put(key, new LinkedHashSet<>());
    });
    byKey.forEach(this::need);
    Map<String, Integer> given = new LinkedHashMap<>();
    byKey.keySet().forEach(key -> given.put(key, given.size()));
    Comparator<String> asGiven = Comparator.comparing(given::get);
    List<String> layer = waitingForNothing();
    while (!needs.isEmpty()) {
      if (layer.isEmpty()) {
        breakCircles();
        layer = waitingForNothing();
      }
      List<String> next = new ArrayList<>();
      for (String key : layer) {
        places.put(key, sorted.size());
        sorted.add(Objects.requireNonNull(byKey.get(key)));
        needs.remove(key);
        for (String other : of(neededBy, key)) {
          // One that was in a circle with this one may be in order already.
          Set<String> rest = needs.get(other);
          if (rest != null && rest.remove(key) && rest.isEmpty()) {
            next.add(other);
          }
        }
      }
      next.sort(asGiven);
      layer = next;
    }
  }

  private void need(String own, Table table) {
    for (ForeignKey key : table.foreignKeys()) {
      String referent = keyOf.apply(key.referent());
      if (!referent.equals(own) && needs.containsKey(referent)) {
        of(needs, own).add(referent);
        of(neededBy, referent).add(own);
      }
    }
  }

  private static Set<String> of(Map<String, Set<String>> others, String key) {
    return others.getOrDefault(key, Set.of());
  }

  private List<String> waitingForNothing() {
    return needs.keySet().stream().filter(key -> of(needs, key).isEmpty()).toList();
  }

  /**
   * Forgets what the tables in circles need of each other; those that only wait for such a circle keep their needs. A circle
   * is a component of several tables, as Kosaraju's algorithm finds them.
   */
  private void breakCircles() {
    List<String> finished = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    needs.keySet().forEach(key -> visit(key, needs, seen, finished));
    Collections.reverse(finished);
    seen.clear();
    for (String key : finished) {
      List<String> component = new ArrayList<>();
      visit(key, neededBy, seen, component);
      if (component.size() > 1) {
        inCircles.addAll(component);
      }
    }
    inCircles.forEach(key -> of(needs, key).removeAll(inCircles));
  }

  /** Adds what can be reached from a table and still waits, each behind all that was reached from it. */
  private void visit(
      String start, Map<String, Set<String>> edges, Set<String> seen, List<String> finished) {
    if (!seen.add(start)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>(List.of(start));
    Deque<Iterator<String>> open = new ArrayDeque<>(List.of(of(edges, start).iterator()));
    while (!path.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        finished.add(path.pop());
        continue;
      }
      String next = open.element().next();
      if (needs.containsKey(next) && seen.add(next)) {
        path.push(next);
        open.push(of(edges, next).iterator());
      }
    }
  }

  /** Returns the tables in order. */
  List<Table> sorted() {
    return sorted;
  }

  /** Tells whether a foreign key of a table leads to a table that is created after it. */
  boolean leadsAhead(Table table, ForeignKey key) {
    String own = keyOf.apply(table.name());
    String referent = keyOf.apply(key.referent());
    return inCircles.contains(own)
        && inCircles.contains(referent)
        && Objects.requireNonNull(places.get(own)) < Objects.requireNonNull(places.get(referent));
  }
}
