package dev.lambic.it.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The checks of one kind of cases. Used by one thread at a time, for any number of cases one after the other. A new
 * suite is a class that implements this, a line in {@link Suites}, and a JUnit class that extends {@link SuiteTest}.
 */
public interface Suite extends AutoCloseable {
  /** Tells whether an element of a JSON array is a case: files without any are left alone. */
  boolean isCase(JsonNode element);

  /**
   * Checks one case, and reports everything that is not as expected. What it throws counts as a failure of the case; it
   * may take long, but has to notice an interrupt if it can.
   */
  void check(JsonNode testCase, Differences found) throws Exception;

  /** Gives back what the suite holds on to. */
  @Override
  void close();
}
