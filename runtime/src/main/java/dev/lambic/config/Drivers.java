package dev.lambic.config;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.lang.reflect.InvocationTargetException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds JDBC drivers through a class loader of its own choice. {@link java.sql.DriverManager} is no help: it knows only
 * the drivers that its caller's class loader sees, and stops looking at the first broken one.
 */
final class Drivers {
  private final ClassLoader loader;
  private final Secrets secrets;

  Drivers(ClassLoader loader, Secrets secrets) {
    this.loader = loader;
    this.secrets = secrets;
  }

  /**
   * Returns the driver for a URL: the class that is named, else the one that the URL's dialect names, else whichever says
   * that it takes the URL.
   *
   * @throws EnvironmentException if there is none
   */
  Driver find(String url, @Nullable String className) {
    if (className != null) {
      String headline = "The driver class '" + className + "' is not on the class path.";
      String fix =
          "add the jar that holds it to the dependencies, or correct the name in 'driver'.";
      return load(className).orElseThrow(() -> missing(headline, url, fix));
    }
    Optional<Dialect> dialect = Dialects.forUrl(url);
    if (dialect.isPresent()) {
      String headline = "The JDBC driver for this URL is not on the class path.";
      String fix = "add the dependency '" + dialect.get().driverArtifact() + "'.";
      return load(dialect.get().driverClass()).orElseThrow(() -> missing(headline, url, fix));
    }
    return accepting(url).orElseThrow(() -> unknown(url));
  }

  private Optional<Driver> load(String className) {
    try {
      return Optional.of(Class.forName(className, true, loader)
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (InvocationTargetException e) {
      throw unusable(className, e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw unusable(className, e);
    }
  }

  private static EnvironmentException unusable(String className, Throwable cause) {
    return new EnvironmentException(
        Problem.of(
                ProblemId.MISSING_DRIVER,
                "The class '" + className + "' cannot be used as a JDBC driver.")
            .with("cause", cause.toString())
            .fix("name the driver's own class in 'driver', in a version that this Java can load."),
        cause);
  }

  /** Asks each driver that is there; a broken one must not hide those behind it. */
  private Optional<Driver> accepting(String url) {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    boolean more = true;
    while (more) {
      try {
        more = drivers.hasNext();
        if (more) {
          Driver driver = drivers.next();
          if (driver.acceptsURL(url)) {
            return Optional.of(driver);
          }
        }
      } catch (ServiceConfigurationError | LinkageError | SQLException e) {
        more = true;
      }
    }
    return Optional.empty();
  }

  private EnvironmentException unknown(String url) {
    int colon = url.indexOf(':', "jdbc:".length());
    String prefix = colon < 0 ? url : url.substring(0, colon + 1);
    List<String> known = Arrays.asList(Dialects.urlPrefixes().split(", "));
    return new EnvironmentException(
        Problem.of(ProblemId.UNKNOWN_DATABASE, "No driver takes this URL.")
            .with("url", secrets.masked(url))
            .with("known", Dialects.urlPrefixes())
            .didYouMean(NearMisses.of(prefix, known))
            .fix("correct the URL, or put the driver's jar on the class path."));
  }

  private EnvironmentException missing(String headline, String url, String fix) {
    return new EnvironmentException(Problem.of(ProblemId.MISSING_DRIVER, headline)
        .with("url", secrets.masked(url))
        .fix(fix));
  }
}
