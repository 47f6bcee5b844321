package dev.lambic.it.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what is not as a case expects it. */
public final class Differences {
  private final List<Difference> found = new ArrayList<>();

  /** Notes a difference between two descriptions. */
  public void add(String where, String expected, String actual) {
    found.add(new Difference(where, expected, actual));
  }

  /** Notes a difference unless both values are equal. */
  public void equal(String where, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      found.add(Difference.between(where, expected, actual));
    }
  }

  /** Takes over what another collector has found. */
  public void addAll(Differences others) {
    found.addAll(others.found);
  }

  /** Tells whether everything was as expected so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns what was found, in order. */
  public List<Difference> all() {
    return List.copyOf(found);
  }
}
