package dev.lambic.operations;

import dev.lambic.schema.Constraint;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table is changed by several operations at once. {@link #AUTO} is the default; each method returns a changed copy.
 *
 * @param recreate when the table is built anew
 * @param copyFrom what the table looks like, so that the database need not be asked; null to ask it
 * @param partialReordering orders of columns that the new table is to keep
 * @param additions constraints that the new table has beyond those that are known
 * @param options what only one database knows of the new table
 * @param namingConvention what gives a name to constraints that the database knows without one; null for none
 */
public record BatchSettings(
    Recreate recreate,
    @Nullable Table copyFrom,
    List<List<Name>> partialReordering,
    List<Constraint> additions,
    Options options,
    @Nullable NamingConvention namingConvention) {

  /** When a table is built anew and its rows are copied. */
  public enum Recreate {
    /** When the database cannot change it in place. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /** Builds the table anew only when the database cannot change it in place. */
  public static final BatchSettings AUTO =
      new BatchSettings(Recreate.AUTO, null, List.of(), List.of(), Options.NONE, null);

  /** Always builds the table anew. */
  public static final BatchSettings ALWAYS = AUTO.recreate(Recreate.ALWAYS);

  /** Never builds the table anew. */
  public static final BatchSettings NEVER = AUTO.recreate(Recreate.NEVER);

  public BatchSettings {
    Objects.requireNonNull(recreate, "recreate");
    Objects.requireNonNull(options, "options");
    partialReordering = partialReordering.stream().<List<Name>>map(List::copyOf).toList();
    additions = List.copyOf(additions);
  }

  /** Returns these settings with another answer to when the table is built anew. */
  public BatchSettings recreate(Recreate changed) {
    return new BatchSettings(
        changed, copyFrom, partialReordering, additions, options, namingConvention);
  }

  /** Returns these settings with what the table looks like; null to ask the database. */
  public BatchSettings copyFrom(@Nullable Table known) {
    return new BatchSettings(
        recreate, known, partialReordering, additions, options, namingConvention);
  }

  /** Returns these settings with one more order of columns that the new table keeps. */
  public BatchSettings reordering(String... columns) {
    List<List<Name>> extended = new ArrayList<>(partialReordering);
    extended.add(Stream.of(columns).map(Name::of).toList());
    return new BatchSettings(recreate, copyFrom, extended, additions, options, namingConvention);
  }

  /** Returns these settings with one more constraint for the new table. */
  public BatchSettings adding(Constraint constraint) {
    List<Constraint> extended = new ArrayList<>(additions);
    extended.add(constraint);
    return new BatchSettings(
        recreate, copyFrom, partialReordering, extended, options, namingConvention);
  }

  /** Returns these settings with an option of one database for the new table. */
  public BatchSettings with(String option, Object value) {
    return new BatchSettings(
        recreate,
        copyFrom,
        partialReordering,
        additions,
        options.with(option, value),
        namingConvention);
  }

  /** Returns these settings with what names the constraints that the database knows without a name. */
  public BatchSettings namingConvention(NamingConvention convention) {
    return new BatchSettings(recreate, copyFrom, partialReordering, additions, options, convention);
  }
}
