package dev.lambic.it.conformance;

import dev.lambic.it.conformance.autogenerate.AutogenerateSuite;
import dev.lambic.it.conformance.ddl.DdlSuite;
import dev.lambic.it.conformance.graph.GraphSuite;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The suites by the names that the command line knows them by. */
final class Suites {
  private static final SortedMap<String, Supplier<Suite>> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("autogenerate", AutogenerateSuite::new);
    BY_NAME.put("ddl", DdlSuite::new);
    BY_NAME.put("graph", GraphSuite::new);
  }

  private Suites() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** Returns what makes the suite, or null when there is none of the name. */
  static Supplier<Suite> named(String name) {
    return BY_NAME.get(name);
  }
}
