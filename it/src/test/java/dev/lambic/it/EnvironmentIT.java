package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.it.Project.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class marked {@code @MigrationEnvironment}, from its source to what a goal does with it. */
class EnvironmentIT {
  @TempDir
  Path temporary;

  /** Two shards, with a version table each, and a callback. */
  private static final String ENVIRONMENT = """
      package com.example.shop;

      import dev.lambic.runtime.ContextOptions;
      import dev.lambic.runtime.Environment;
      import dev.lambic.runtime.EnvironmentContext;
      import dev.lambic.runtime.MigrationEnvironment;
      import java.util.List;

      @MigrationEnvironment
      public final class ShopEnvironment implements Environment {
        @Override
        public void run(EnvironmentContext environment) throws Exception {
          environment.config().withConnection(connection -> {
            for (String shard : List.of("NORTH", "SOUTH")) {
              connection.createStatement().execute("CREATE SCHEMA IF NOT EXISTS " + shard);
              connection.setSchema(shard);
              environment.configure(ContextOptions.builder()
                  .connection(connection)
                  .onVersionApply((context, step, heads, runArgs) ->
                      System.out.println(shard + " stands on " + heads))
                  .build());
              environment.inTransaction(environment::runMigrations);
            }
          });
        }
      }
      """;

  @Test
  void environmentOfTheProject_migratesTwoSchemasInOneRun() {
    Project shop = Project.quickstart(temporary.resolve("shop"));
    shop.write("src/main/java/com/example/shop/ShopEnvironment.java", ENVIRONMENT);

    Build build = shop.maven("migrate:upgrade", "-Dmigrate.revision=+2").succeeds();

    assertThat(build.output())
        .contains("NORTH stands on [27c6a30d7c24]", "SOUTH stands on [27c6a30d7c24]");
    for (String shard : new String[] {"north", "south"}) {
      assertThat(shop.query("SELECT version_num FROM " + shard + ".alembic_version"))
          .containsExactly("27c6a30d7c24");
      assertThat(shop.query("SELECT count(email) FROM " + shard + ".account")).hasSize(1);
    }
  }
}
