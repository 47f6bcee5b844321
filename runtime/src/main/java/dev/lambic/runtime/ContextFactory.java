package dev.lambic.runtime;

import dev.lambic.dialect.Dialect;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Makes the contexts of a subclass of {@link MigrationContext}: its constructor, as {@code AuditedContext::new}.
 *
 * @param <C> the subclass
 */
@FunctionalInterface
public interface ContextFactory<C extends MigrationContext> {

  /**
   * Makes a context.
   *
   * @param dialect the dialect of the database
   * @param connection the live connection; null to write a script
   * @param environmentContext the environment that the context is made for, or null when it stands alone
   */
  C create(
      Dialect dialect,
      @Nullable Connection connection,
      ContextOptions options,
      @Nullable EnvironmentContext environmentContext);
}
