package dev.lambic.benchmarks;

import java.util.Locale;
import java.util.Optional;

/** What Lambic may cost, at the sizes that the budget is about. */
enum Budget {
  UPGRADE_H2_WARM("Empty database to the head, 1,000 revisions: H2, warm JVM", 1.10, Unit.OF_JDBC),
  UPGRADE_H2_COLD("the same: H2, process of its own", 1.10, Unit.OF_JDBC),
  UPGRADE_POSTGRESQL_WARM("the same: PostgreSQL, warm JVM", 1.10, Unit.OF_JDBC),
  UPGRADE_POSTGRESQL_COLD("the same: PostgreSQL, process of its own", 1.10, Unit.OF_JDBC),
  START_COLD("Nothing to do, 5,000 revisions, PostgreSQL: process of its own", 1.2, Unit.OF_JDBC),
  START_WARM("the same: warm JVM", 2, Unit.OF_JDBC),
  START_MEMORY("the same: peak memory of the process", 10, Unit.ABOVE_JDBC),
  GRAPH_LINEAR("Load and plan 100,000 revisions, fresh JVM: linear", 1_000, Unit.MILLISECONDS),
  GRAPH_DENSE("the same: dense", 1_000, Unit.MILLISECONDS),
  GROWTH_LINEAR("the same, growth from 10,000 revisions on, warm: linear", 1.10, Unit.OF_MAPS),
  GROWTH_DENSE("the same: dense", 1.10, Unit.OF_MAPS),
  COMPILE("Compile 1,000 revisions with the processor", 1.10, Unit.OF_JAVAC),
  INDEX_MEMORY("Index of 10,000 revisions in memory", 10, Unit.MEBIBYTES);

  /** What a budget is counted in. */
  private enum Unit {
    OF_JDBC("%.2f", " x bare JDBC"),
    ABOVE_JDBC("%.1f", " MiB above bare JDBC"),
    MILLISECONDS("%.0f", " ms"),
    OF_MAPS("%.2f", " x the growth of two hash maps (a square: over 2)"),
    OF_JAVAC("%.2f", " x javac without a processor"),
    MEBIBYTES("%.1f", " MiB");

    private final String format;
    private final String name;

    Unit(String format, String name) {
      this.format = format;
      this.name = name;
    }
  }

  private final String title;
  private final double limit;
  private final Unit unit;

  Budget(String title, double limit, Unit unit) {
    this.title = title;
    this.limit = limit;
    this.unit = unit;
  }

  /** Returns the budget that an upgrade is measured for, if there is one. */
  static Optional<Budget> ofUpgrade(Upgrade upgrade, boolean isCold) {
    if (upgrade.revisions() != 1_000) {
      return Optional.empty();
    }
    return switch (upgrade.database()) {
      case H2 -> Optional.of(isCold ? UPGRADE_H2_COLD : UPGRADE_H2_WARM);
      case SQLITE -> Optional.empty();
      case POSTGRESQL -> Optional.of(isCold ? UPGRADE_POSTGRESQL_COLD : UPGRADE_POSTGRESQL_WARM);
    };
  }

  String title() {
    return title;
  }

  /** Returns what is allowed, for the table. */
  String allowed() {
    return String.format(Locale.ROOT, unit.format, limit) + unit.name;
  }

  /** Returns how numbers of this budget are written. */
  String format() {
    return unit.format;
  }

  /** Tells whether the median is within the budget. */
  boolean isMetBy(Samples measured) {
    return measured.median() <= limit;
  }
}
