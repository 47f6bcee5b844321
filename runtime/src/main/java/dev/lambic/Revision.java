package dev.lambic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class one revision of the database's history. The annotation processor checks the history while the project
 * compiles and writes its index. Mirrors the variables at the top of an Alembic revision file.
 *
 * <pre>{@code
 * @Revision(id = "27c6a30d7c24", downRevision = "1975ea83b712", message = "add account.email")
 * public final class AddAccountEmail implements Migration { ... }
 * }</pre>
 *
 * <p>The class must be concrete, implement {@link Migration} and have a constructor without parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

  /**
   * The name of the revision, unique in the history and never changed once it has been applied anywhere: at most 32
   * characters, none of {@code @ - + :} among them. Alembic's {@code revision}.
   */
  String id();

  /**
   * The ids of the revisions that this one comes right after: none for the first of a history, several for a merge.
   * Alembic's {@code down_revision}.
   */
  String[] downRevision() default {};

  /**
   * The ids or branch labels of further revisions that must have been applied before this one, without being its parents.
   * Alembic's {@code depends_on}.
   */
  String[] dependsOn() default {};

  /** Names for the branch that begins here. Alembic's {@code branch_labels}. */
  String[] branchLabels() default {};

  /** What the revision does, in a few words. The first line of an Alembic revision's docstring. */
  String message() default "";

  /** When the revision was written, in any form; shown, never read. Alembic's {@code Create Date}. */
  String createDate() default "";

  /**
   * Whether the revision may run inside a transaction, as all should that can. {@code false} is for what the database
   * refuses there ({@code CREATE INDEX CONCURRENTLY}) or what must not hold its locks for long: the run commits what came
   * before, executes each statement of the revision by itself, and goes on behind it. A failure then leaves what the
   * statements before it have done, so such a revision best does one thing. {@code op.autocommitBlock} does the same for a
   * part of a revision.
   */
  boolean transactional() default true;
}
