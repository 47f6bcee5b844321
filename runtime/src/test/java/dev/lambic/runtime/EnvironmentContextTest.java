package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentContextTest {
  private final ScriptDirectory script = History.graph("a1 -> b2");

  @Test
  void anEnvironmentOfTheUsersOwn_runsOnSeveralDatabases() {
    try (H2 first = new H2();
        H2 second = new H2()) {
      Environment both = environment -> {
        for (H2 database : new H2[] {first, second}) {
          environment.configure(
              ContextOptions.builder().connection(database.connect()).build());
          environment.inTransaction(environment::runMigrations);
        }
      };
      Config config = Config.builder().scriptDirectory(script).environment(both).build();
      new Command(config).upgrade("head");
      assertThat(first.versions()).containsExactly("b2");
      assertThat(second.versions()).containsExactly("b2");
    }
  }

  @Test
  void theContextIsMadeByConfigure() {
    EnvironmentContext environment =
        new EnvironmentContext(Config.builder().build(), script, (heads, context) -> List.of());
    assertThatThrownBy(environment::runMigrations)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [not-configured] The environment has not configured a context yet.
              fix: call 'configure' with a connection before anything that runs on it.""");
    try (H2 database = new H2()) {
      environment.configure(
          ContextOptions.builder().connection(database.connect()).build());
      assertThat(environment.getContext().environmentContext()).contains(environment);
      assertThat(environment.getContext().script()).contains(script);
      assertThat(environment.contextOpts().versionTable().name()).hasToString("alembic_version");
    }
  }

  @Test
  void eachTenantIsMigratedInARunOfItsOwn_withWhatTheRunWasGiven() {
    OptionKey<String> region = OptionKey.of("region", String.class);
    History history = new History()
        .revision(
            "a1",
            "",
            op -> op.execute("CREATE TABLE t_" + op.runArgs().get("tenant") + " (id INT)"),
            op -> {});
    try (H2 database = new H2()) {
      Environment tenants = environment -> environment.config().withConnection(connection -> {
        for (String tenant : environment.getXArgumentAsMap().get("tenants").split(",")) {
          environment.configure(ContextOptions.builder()
              .connection(connection)
              .versionTable("version_" + tenant)
              .build());
          assertThat(environment.contextOpts().option(region)).contains("eu");
          environment.inTransaction(() -> environment.runMigrations(Map.of("tenant", tenant)));
        }
      });
      Config config = Config.builder()
          .url(database.url())
          .scriptDirectory(history.scriptDirectory())
          .environment(tenants)
          .xArgument("tenants=acme,beta")
          .declare(region)
          .option("region", "eu")
          .build();
      new Command(config).upgrade("head");
      assertThat(database.tables())
          .containsExactly("T_ACME", "T_BETA", "VERSION_ACME", "VERSION_BETA");
      assertThat(new Command(config).current().rows()).containsExactly("a1");
    }
  }

  @Test
  void callbacksAreToldEachStep_insideItsTransaction() {
    List<String> told = new ArrayList<>();
    VersionApplyCallback first = (context, step, heads, runArgs) -> {
      told.add(step.doc() + " " + heads + " " + runArgs);
      context.execute("INSERT INTO audit VALUES ('" + String.join(",", heads) + "')");
    };
    VersionApplyCallback second = (context, step, heads, runArgs) -> {
      if (step.revision().orElseThrow().equals("b2")) {
        throw new IllegalStateException("enough");
      }
    };
    try (H2 database = new H2()) {
      database.execute("CREATE TABLE audit (heads VARCHAR(20))");
      Config config = Config.builder()
          .url(database.url())
          .scriptDirectory(script)
          .context(options -> options.onVersionApply(first).onVersionApply(second))
          .build();
      assertThatThrownBy(() -> new Command(config).upgrade("head"))
          .hasMessageContaining("threw: java.lang.IllegalStateException: enough");
      assertThat(told).containsExactly("do a1 [a1] {}", "do b2 [b2] {}");
      assertThat(database.query("SELECT heads FROM audit")).containsExactly("a1");
      assertThat(database.versions()).containsExactly("a1");
    }
  }

  @Test
  void anEnvironmentKnowsWhatTheCommandWasGiven_whileAScriptIsWritten() {
    List<Object> seen = new ArrayList<>();
    Environment curious = environment -> {
      seen.add(environment.isOfflineMode());
      seen.add(environment.requiresConnection());
      seen.add(environment.getHeadRevision());
      seen.add(environment.getHeadRevisions());
      seen.add(environment.getStartingRevisionArgument());
      seen.add(environment.getRevisionArgument());
      seen.add(environment.getTagArgument());
      seen.add(environment.getXArgument());
      seen.add(environment.getXArgumentAsMap());
      environment.configure(ContextOptions.builder().dialectName("postgresql").build());
      seen.add(environment.isTransactionalDdl());
      seen.add(environment.getImpl().id());
      environment.staticOutput("-- for blue");
      environment.inTransaction(environment::runMigrations);
    };
    StringBuilder output = new StringBuilder();
    Config config = Config.builder()
        .scriptDirectory(script)
        .environment(curious)
        .tag("blue")
        .xArgument("tenant=a=b")
        .xArgument("dry")
        .build();
    new Command(config).upgradeSql("a1:head", output);
    assertThat(seen)
        .containsExactly(
            true,
            false,
            Optional.of("b2"),
            List.of("b2"),
            List.of("a1"),
            List.of("b2"),
            Optional.of("blue"),
            List.of("tenant=a=b", "dry"),
            Map.of("tenant", "a=b", "dry", ""),
            true,
            "postgresql");
    assertThat(output.toString()).isEqualTo("""
            -- for blue

            BEGIN;

            -- Running upgrade a1 -> b2

            UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

            COMMIT;

            """);
  }

  @Test
  void thereIsNoStartingRevisionOnADatabase() {
    EnvironmentContext environment =
        new EnvironmentContext(Config.builder().build(), script, (heads, context) -> List.of());
    assertThat(environment.isOfflineMode()).isFalse();
    assertThatThrownBy(environment::getStartingRevisionArgument)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("[missing-option] The run has no starting revision.");
    assertThat(environment.getRevisionArgument()).isEmpty();
  }
}
