package dev.lambic.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import dev.lambic.script.RevisionIndex;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static void connect(Config config) throws Exception {
    config.withConnection(connection -> {});
  }

  @Test
  void aUrlIsOpenedForTheWorkAndClosedAfterIt() throws Exception {
    AtomicReference<Connection> seen = new AtomicReference<>();
    Config.builder().url("jdbc:h2:mem:").build().withConnection(seen::set);
    assertThat(seen.get().isClosed()).isTrue();
  }

  @Test
  void theHistoryIsLoadedOnce(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(RevisionIndex.class.getName()), History.class.getName());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Config config = Config.builder().classLoader(loader).build();
      assertThat(config.scriptDirectory()).isSameAs(config.scriptDirectory());
    }
  }

  @Test
  void aDataSourceIsAskedForAConnection_whichIsClosedAfterwards() throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:");
    AtomicReference<Connection> seen = new AtomicReference<>();
    Config.builder().dataSource(source).build().withConnection(seen::set);
    assertThat(seen.get().isClosed()).isTrue();
  }

  @Test
  void aConnectionOfTheCallersStaysOpen() throws Exception {
    try (H2 h2 = new H2();
        Connection own = h2.connect()) {
      AtomicReference<Connection> seen = new AtomicReference<>();
      Config.builder().connection(own).build().withConnection(seen::set);
      assertThat(seen.get()).isSameAs(own);
      assertThat(own.isClosed()).isFalse();
    }
  }

  @Test
  void noDatabaseAtAll_isAnError() {
    assertThatThrownBy(() -> connect(Config.builder().build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [missing-option] Nothing says which database to connect to.
              fix: set 'url', such as 'jdbc:h2:./shop'.""");
  }

  @Test
  void twoDatabases_areAnError() {
    assertThatThrownBy(() -> Config.builder()
            .url("jdbc:h2:mem:")
            .dataSource(new JdbcDataSource())
            .build())
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [conflicting-options] The configuration names more than one database.
              fix: set one of 'url', 'dataSource' and 'connection'.""");
  }

  @Test
  void aWrongPassword_isReportedWithoutIt() throws Exception {
    try (H2 h2 = new H2()) {
      h2.execute("CREATE USER bob PASSWORD 'right'");
      assertThatThrownBy(() -> connect(
              Config.builder().url(h2.url()).user("bob").password("hunter2").build()))
          .isInstanceOf(EnvironmentException.class)
          .hasMessage("""
              [connection-failed] There is no connection to the database.
                url: %s
                user: bob
                database says: Wrong user name or password [28000-252] (SQLState 28000)
                fix: correct 'user' and 'password'; the database is there, but does not let them in.""".formatted(h2.url()))
          .satisfies(e -> assertThat(stackTraceOf(e)).doesNotContain("hunter2"));
    }
  }

  @Test
  void aWrongUrl_isReportedWithoutThePasswordInIt() {
    assertThatThrownBy(() -> connect(
            Config.builder().url("jdbc:h2:tcp://localhost:1/x;PASSWORD=hunter2").build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("""
            [connection-failed] There is no connection to the database.
              url: jdbc:h2:tcp://localhost:1/x;PASSWORD=****""")
        .hasMessageEndingWith("fix: see that 'url' is right and that the database is up.")
        .satisfies(e -> assertThat(stackTraceOf(e)).doesNotContain("hunter2"));
  }

  @Test
  void aDriverThatIsNotThere_isNamedByItsDependency() throws Exception {
    try (URLClassLoader empty =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> connect(Config.builder()
              .url("jdbc:h2:mem:;PASSWORD=hunter2")
              .classLoader(empty)
              .build()))
          .isInstanceOf(EnvironmentException.class)
          .hasMessage("""
              [missing-driver] The JDBC driver for this URL is not on the class path.
                url: jdbc:h2:mem:;PASSWORD=****
                fix: add the dependency 'com.h2database:h2'.""");
    }
  }

  @Test
  void aDriverClassThatIsNotThere_isNamed() {
    assertThatThrownBy(() ->
            connect(Config.builder().url("jdbc:h2:mem:").driver("org.h2.Drivel").build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [missing-driver] The driver class 'org.h2.Drivel' is not on the class path.
              url: jdbc:h2:mem:
              fix: add the jar that holds it to the dependencies, or correct the name in 'driver'.""");
  }

  @Test
  void aClassThatIsNoDriver_isRefused() {
    assertThatThrownBy(() -> connect(
            Config.builder().url("jdbc:h2:mem:").driver("java.lang.String").build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith(
            "[missing-driver] The class 'java.lang.String' cannot be used as a JDBC driver.");
  }

  @Test
  void aDriverThatDoesNotTakeTheUrl_isRefused() {
    assertThatThrownBy(() ->
            connect(Config.builder().url("jdbc:other:x").driver("org.h2.Driver").build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [missing-driver] The driver does not take this URL.
              url: jdbc:other:x
              driver: org.h2.Driver
              fix: leave 'driver' out, or name the class that belongs to the URL.""");
  }

  @Test
  void aUrlThatNobodyTakes_namesWhatWasMeant() {
    assertThatThrownBy(() -> connect(Config.builder().url("jdbc:hs:mem:x").build()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [unknown-database] No driver takes this URL.
              url: jdbc:hs:mem:x
              known: jdbc:postgresql:, jdbc:mysql:, jdbc:mariadb:, jdbc:sqlite:, jdbc:oracle:, jdbc:sqlserver:, jdbc:h2:, jdbc:hsqldb:
              did you mean: jdbc:h2:
              fix: correct the URL, or put the driver's jar on the class path.""");
  }

  @Test
  void theUrlIsShownWithoutItsPassword() {
    assertThat(Config.builder().url("jdbc:h2:mem:x;PASSWORD=hunter2").build().displayUrl())
        .contains("jdbc:h2:mem:x;PASSWORD=****");
  }

  @Test
  void withoutAnIndexOnTheClassPath_theHistoryIsAnError() throws Exception {
    try (URLClassLoader empty =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> Config.builder().classLoader(empty).build().scriptDirectory())
          .isInstanceOf(EnvironmentException.class)
          .hasMessage("""
              [no-index] There is no revision index on the class path.
                where: META-INF/services/dev.lambic.script.RevisionIndex
                fix:
                  1. have the compiler run 'dev.lambic:lambic-processor' over the classes marked @Revision.
                  2. put the jar that holds the revisions on the class path.""");
    }
  }

  @Test
  void nothingTheUserTypedIsLostWhenTheDriverThrows() {
    SQLException thrown = new SQLException("x");
    assertThatThrownBy(
            () -> Config.builder().url("jdbc:h2:mem:").build().withConnection(connection -> {
              throw thrown;
            }))
        .isSameAs(thrown);
  }

  private static String stackTraceOf(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
