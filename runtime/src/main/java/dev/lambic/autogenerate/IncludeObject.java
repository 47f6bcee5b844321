package dev.lambic.autogenerate;

import dev.lambic.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Users' code that leaves out objects of either side; no difference of such an object is reported. Mirrors Alembic's {@code
 * include_object}.
 */
@FunctionalInterface
public interface IncludeObject {
  /** Leaves out nothing. */
  IncludeObject ALL = candidate -> true;

  /** Tells whether an object takes part. */
  boolean includes(Candidate candidate);

  /**
   * An object that may take part.
   *
   * @param object a {@link dev.lambic.schema.Table}, {@link dev.lambic.schema.Column}, {@link dev.lambic.schema.Index},
   *     {@link dev.lambic.schema.Constraint} or {@link dev.lambic.schema.EnumType}
   * @param name its name, or null for a constraint without one
   * @param type what it is
   * @param table the table that it is, or belongs to; null for an enumeration
   * @param isReflected whether it was read from the database and is not in the model
   * @param compareTo the object of the database that one of the model is compared with, or null
   */
  record Candidate(
      Object object,
      @Nullable String name,
      ObjectType type,
      @Nullable TableName table,
      boolean isReflected,
      @Nullable Object compareTo) {}
}
