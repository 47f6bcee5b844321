package dev.lambic.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class the environment of all runs that are not given another: what Alembic's {@code env.py} is. The annotation
 * processor checks it and announces it, so that a run finds it through {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * @MigrationEnvironment
 * public final class ShopEnvironment implements Environment {
 *   @Override
 *   public void run(EnvironmentContext context) throws Exception {
 *     context.config().withConnection(connection -> {
 *       context.configure(ContextOptions.builder().connection(connection).build());
 *       context.inTransaction(context::runMigrations);
 *     });
 *   }
 * }
 * }</pre>
 *
 * <p>The class must be public, implement {@link Environment} and have a public constructor without parameters. A module
 * has at most one, and so has a class path.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MigrationEnvironment {}
