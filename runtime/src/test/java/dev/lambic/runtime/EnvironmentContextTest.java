package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.error.EnvironmentException;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.H2;
import dev.lambic.testing.History;
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
    EnvironmentContext environment = new EnvironmentContext(
        Config.builder().build(), script, (heads, context) -> java.util.List.of());
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
}
