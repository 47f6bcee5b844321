package dev.lambic.benchmarks;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is measured on. */
final class Machine {
  private Machine() {}

  /** Returns processors, operating system, Java, and how busy the machine was before the first measurement. */
  static String describe() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(
        Locale.ROOT,
        "%d processors (%s), %s %s, Java %s (%s); with its own choice of heap: %s, %d MiB at"
            + " the beginning and %d MiB at most; load average before the first measurement: %.1f.",
        Runtime.getRuntime().availableProcessors(),
        processor(),
        System.getProperty("os.name"),
        System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        collector(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit() >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        load);
  }

  private static String collector() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(" and "));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
