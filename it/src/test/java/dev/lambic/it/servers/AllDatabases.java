package dev.lambic.it.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Hands a {@link TestDatabase} of each kind to a {@code @ParameterizedTest} (an empty one for each test) or to a
 * {@code @ParameterizedClass} (one for all tests of the class). {@code -Dit.databases=h2,mysql} takes these alone.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(DatabaseArguments.class)
@ExtendWith(DatabaseArguments.class)
public @interface AllDatabases {
  /** Returns the kinds that the test is about; none means all. */
  DatabaseKind[] only() default {};

  /** Returns the kinds that the test is not about. */
  DatabaseKind[] except() default {};
}
