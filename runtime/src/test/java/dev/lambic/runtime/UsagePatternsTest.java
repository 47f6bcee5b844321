package dev.lambic.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.command.Command;
import dev.lambic.config.Config;
import dev.lambic.dialect.Dialect;
import dev.lambic.operations.Operations;
import dev.lambic.schema.Table;
import dev.lambic.script.Script;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The patterns that users of Alembic's runtime know, as they look here. */
class UsagePatternsTest extends RunFixture {
  private static final OptionKey<Boolean> COMPARE_TYPE =
      OptionKey.of("compareType", Boolean.class, true);
  private static final OptionKey<Boolean> COMPARE_SERVER_DEFAULT =
      OptionKey.of("compareServerDefault", Boolean.class, false);
  private static final OptionKey<BiPredicate<Table, String>> INCLUDE_OBJECT =
      OptionKey.of("includeObject", BiPredicate.class);

  private final ScriptDirectory script = new History()
      .revision("a1", "", op -> op.execute(note("a")), op -> op.execute("DELETE FROM note"))
      .revision("b2", "a1", op -> op.execute(note("b")), op -> op.execute("DELETE FROM note"))
      .scriptDirectory();

  @Test
  void creatingAMigrationContext() {
    MigrationContext context = MigrationContext.configure(ContextOptions.builder()
        .connection(connection)
        .option(COMPARE_SERVER_DEFAULT, true)
        .build());

    assertThat(context.getCurrentRevision()).isEmpty();
    context.execute("CALL H2VERSION()");
    assertThat(context.opts().option(COMPARE_SERVER_DEFAULT)).contains(true);
    assertThat(context.opts().option(COMPARE_TYPE)).contains(true);
    assertThat(context.opts().option(INCLUDE_OBJECT)).isEmpty();
  }

  @Test
  void usingAnEnvironmentContext() {
    Config config = Config.builder().url(h2.url()).scriptDirectory(script).build();
    EnvironmentContext environment =
        new EnvironmentContext(config, config.scriptDirectory(), upgradeTo("head"));

    environment.configure(ContextOptions.builder().connection(connection).build());
    try (ProxyTransaction transaction = environment.beginTransaction()) {
      environment.runMigrations();
      transaction.commit();
    }

    assertThat(notes()).containsExactly("a", "b");
  }

  private MigrationsFunction upgradeTo(String revision) {
    return (heads, context) -> steps(revision, heads);
  }

  private List<RevisionStep> steps(String revision, List<String> heads) {
    List<Script> plan = script.upgradePlan(revision, heads);
    return plan.stream()
        .map(one -> MigrationStep.upgradeFrom(script.revisionMap(), one))
        .toList();
  }

  @Test
  void processingStepsByHand() throws Exception {
    MigrationContext context = MigrationContext.configure(connection);
    context.ensureVersionTable();
    HeadMaintainer maintainer = new HeadMaintainer(context, context.getCurrentHeads());
    List<String> told = new ArrayList<>();

    for (MigrationStep step : steps("head", maintainer.heads())) {
      told.add((step.isUpgrade() ? "Upgrading" : "Downgrading") + " from "
          + step.downRevision().orElse("base") + " to " + step.upRevision().orElse("base"));
      step.migrationFunction().run(new Operations(context));
      maintainer.updateToStep(step);
    }

    assertThat(told).containsExactly("Upgrading from base to a1", "Upgrading from a1 to b2");
    assertThat(notes()).containsExactly("a", "b");
    assertThat(h2.versions()).containsExactly("b2");
  }

  /** A context of the user's own. */
  static class AuditedContext extends MigrationContext {
    private final Map<String, Object> state = new LinkedHashMap<>();
    private final List<String> executed = new ArrayList<>();

    AuditedContext(
        Dialect dialect,
        @Nullable Connection connection,
        ContextOptions options,
        @Nullable EnvironmentContext environmentContext) {
      super(dialect, connection, options, environmentContext);
    }

    @Override
    public long execute(String sql, ExecutionOptions executionOptions) {
      executed.add(sql);
      return super.execute(sql, executionOptions);
    }

    long customOperation(String data) {
      state.put("last operation", data);
      return execute("INSERT INTO note VALUES ('" + data + "')");
    }
  }

  @Test
  void customMigrationContext() {
    AuditedContext context = MigrationContext.configure(
        ContextOptions.builder().connection(connection).build(), AuditedContext::new);

    assertThat(context.customOperation("by hand")).isEqualTo(1);
    assertThat(context.executed).containsExactly("INSERT INTO note VALUES ('by hand')");
    assertThat(context.state).containsEntry("last operation", "by hand");
  }

  @Test
  void advancedEnvironment() {
    List<String> executed = new ArrayList<>();
    Environment advanced = environment -> environment.config().withConnection(connection -> {
      environment.configure(ContextOptions.builder()
          .connection(connection)
          .contextFactory(AuditedContext::new)
          .option(COMPARE_TYPE, true)
          .option(INCLUDE_OBJECT, (table, type) -> !type.equals("view"))
          .build());
      environment.inTransaction(environment::runMigrations);
      executed.addAll(((AuditedContext) environment.getContext()).executed);
    });
    Config config = Config.builder()
        .url(h2.url())
        .scriptDirectory(script)
        .environment(advanced)
        .build();

    new Command(config).upgrade("a1");

    assertThat(executed)
        .hasSize(3)
        .contains(note("a"), "INSERT INTO alembic_version (version_num) VALUES ('a1')");
  }
}
