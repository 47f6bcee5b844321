package dev.lambic.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. One without a name gets it from the naming convention, or from the database. */
public sealed interface Constraint extends TableElement {

  /** Returns the name, or null when the convention or the database is to choose one. */
  @Nullable
  Name name();

  /** Returns what sort of constraint this is. */
  ConstraintKind kind();

  /** Returns the columns of the table that it names; none for a condition. */
  List<Name> columns();

  /** Returns what only one database knows. */
  Options options();

  /** Returns the same constraint under a name, or under none. */
  Constraint named(@Nullable Name name);

  /** Returns the same constraint under a name. */
  Constraint named(String name);

  /** Returns the same constraint over other columns. */
  Constraint over(List<Name> columns);

  /** The columns that tell one row of the table from another. */
  record PrimaryKey(@Nullable Name name, List<Name> columns, Options options)
      implements Constraint {
    public PrimaryKey {
      columns = atLeastOne("a primary key", columns);
      Objects.requireNonNull(options, "options");
    }

    /** Makes a primary key without options. */
    public PrimaryKey(@Nullable Name name, List<Name> columns) {
      this(name, columns, Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
      return ConstraintKind.PRIMARY_KEY;
    }

    @Override
    public PrimaryKey named(@Nullable Name name) {
      return new PrimaryKey(name, columns, options);
    }

    @Override
    public PrimaryKey named(String name) {
      return named(Name.of(name));
    }

    @Override
    public PrimaryKey over(List<Name> columns) {
      return new PrimaryKey(name, columns, options);
    }

    /** Returns the same primary key with an option of one database. */
    public PrimaryKey with(String option, Object value) {
      return new PrimaryKey(name, columns, options.with(option, value));
    }
  }

  /** Columns that no two rows of the table share all values of. */
  record Unique(@Nullable Name name, List<Name> columns, Deferral deferral, Options options)
      implements Constraint {
    public Unique {
      columns = atLeastOne("a unique constraint", columns);
      Objects.requireNonNull(deferral, "deferral");
      Objects.requireNonNull(options, "options");
    }

    /** Makes a unique constraint without options. */
    public Unique(@Nullable Name name, List<Name> columns) {
      this(name, columns, Deferral.UNSTATED, Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
      return ConstraintKind.UNIQUE;
    }

    @Override
    public Unique named(@Nullable Name name) {
      return new Unique(name, columns, deferral, options);
    }

    @Override
    public Unique named(String name) {
      return named(Name.of(name));
    }

    @Override
    public Unique over(List<Name> columns) {
      return new Unique(name, columns, deferral, options);
    }

    /** Returns the same constraint, checked when the deferral says. */
    public Unique deferred(Deferral changed) {
      return new Unique(name, columns, changed, options);
    }

    /** Returns the same constraint with an option of one database. */
    public Unique with(String option, Object value) {
      return new Unique(name, columns, deferral, options.with(option, value));
    }
  }

  /** A condition that every row of the table meets. */
  record Check(@Nullable Name name, Expression condition, Options options) implements Constraint {
    public Check {
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(options, "options");
    }

    /** Makes a condition without options. */
    public Check(@Nullable Name name, Expression condition) {
      this(name, condition, Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
      return ConstraintKind.CHECK;
    }

    @Override
    public List<Name> columns() {
      return List.of();
    }

    @Override
    public Check named(@Nullable Name name) {
      return new Check(name, condition, options);
    }

    @Override
    public Check named(String name) {
      return named(Name.of(name));
    }

    @Override
    public Check over(List<Name> columns) {
      return this;
    }

    /** Returns the same condition with an option of one database. */
    public Check with(String option, Object value) {
      return new Check(name, condition, options.with(option, value));
    }
  }

  /**
   * A reference to rows of another table.
   *
   * @param onDelete what happens to a row whose referent is deleted, or null for the database's default
   * @param onUpdate what happens to a row whose referent changes its key, or null for the database's default
   * @param match how NULLs of a composite key count: {@code FULL}, {@code SIMPLE}, or null for the database's default
   */
  record ForeignKey(
      @Nullable Name name,
      List<Name> columns,
      TableName referent,
      List<Name> referentColumns,
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate,
      Deferral deferral,
      @Nullable String match,
      Options options)
      implements Constraint {
    public ForeignKey {
      columns = atLeastOne("a foreign key", columns);
      Objects.requireNonNull(referent, "referent");
      Objects.requireNonNull(deferral, "deferral");
      Objects.requireNonNull(options, "options");
      referentColumns = List.copyOf(referentColumns);
      if (columns.size() != referentColumns.size() && !referentColumns.isEmpty()) {
        throw new IllegalArgumentException("a foreign key pairs its columns " + columns
            + " with as many of " + referent + ", not " + referentColumns);
      }
    }

    /** Makes a foreign key that leaves all else to the database. */
    public ForeignKey(
        @Nullable Name name, List<Name> columns, TableName referent, List<Name> referentColumns) {
      this(
          name,
          columns,
          referent,
          referentColumns,
          null,
          null,
          Deferral.UNSTATED,
          null,
          Options.NONE);
    }

    /** Returns a foreign key to the primary key of a table, whatever that is made of. */
    public static ForeignKey toPrimaryKey(
        @Nullable Name name, List<Name> columns, TableName referent) {
      return new ForeignKey(name, columns, referent, List.of());
    }

    @Override
    public ConstraintKind kind() {
      return ConstraintKind.FOREIGN_KEY;
    }

    @Override
    public ForeignKey named(@Nullable Name name) {
      return new ForeignKey(
          name, columns, referent, referentColumns, onDelete, onUpdate, deferral, match, options);
    }

    @Override
    public ForeignKey named(String name) {
      return named(Name.of(name));
    }

    /** Returns this foreign key to another table. */
    public ForeignKey referringTo(TableName table) {
      return new ForeignKey(
          name, columns, table, referentColumns, onDelete, onUpdate, deferral, match, options);
    }

    @Override
    public ForeignKey over(List<Name> columns) {
      return new ForeignKey(
          name, columns, referent, referentColumns, onDelete, onUpdate, deferral, match, options);
    }

    /** Returns the same foreign key to other columns. */
    public ForeignKey to(TableName changed, List<Name> changedColumns) {
      return new ForeignKey(
          name, columns, changed, changedColumns, onDelete, onUpdate, deferral, match, options);
    }

    /** Returns the same foreign key with its {@code ON DELETE} action. */
    public ForeignKey onDelete(@Nullable ReferentialAction action) {
      return new ForeignKey(
          name, columns, referent, referentColumns, action, onUpdate, deferral, match, options);
    }

    /** Returns the same foreign key with its {@code ON UPDATE} action. */
    public ForeignKey onUpdate(@Nullable ReferentialAction action) {
      return new ForeignKey(
          name, columns, referent, referentColumns, onDelete, action, deferral, match, options);
    }

    /** Returns the same foreign key, checked when the deferral says. */
    public ForeignKey deferred(Deferral changed) {
      return new ForeignKey(
          name, columns, referent, referentColumns, onDelete, onUpdate, changed, match, options);
    }

    /** Returns the same foreign key with its rule for NULLs: {@code FULL} or {@code SIMPLE}. */
    public ForeignKey match(@Nullable String rule) {
      return new ForeignKey(
          name, columns, referent, referentColumns, onDelete, onUpdate, deferral, rule, options);
    }

    /** Returns the same foreign key with an option of one database. */
    public ForeignKey with(String option, Object value) {
      return new ForeignKey(
          name,
          columns,
          referent,
          referentColumns,
          onDelete,
          onUpdate,
          deferral,
          match,
          options.with(option, value));
    }
  }

  /**
   * A comparison that holds for no two rows of the table (PostgreSQL).
   *
   * @param elements what is compared, and how
   * @param using the access method of the index that finds such rows
   * @param where the condition of the rows that are compared, or null for all
   */
  record Exclude(
      @Nullable Name name,
      List<ExcludedElement> elements,
      String using,
      @Nullable Expression where,
      Deferral deferral,
      Options options)
      implements Constraint {
    public Exclude {
      elements = List.copyOf(elements);
      if (elements.isEmpty()) {
        throw new IllegalArgumentException("an exclusion constraint needs at least one element");
      }
      Objects.requireNonNull(using, "using");
      Objects.requireNonNull(deferral, "deferral");
      Objects.requireNonNull(options, "options");
    }

    @Override
    public ConstraintKind kind() {
      return ConstraintKind.EXCLUDE;
    }

    @Override
    public List<Name> columns() {
      return List.of();
    }

    @Override
    public Exclude named(@Nullable Name name) {
      return new Exclude(name, elements, using, where, deferral, options);
    }

    @Override
    public Exclude named(String name) {
      return named(Name.of(name));
    }

    @Override
    public Exclude over(List<Name> columns) {
      return this;
    }

    /** Returns the same constraint with one more comparison: a column or expression, as SQL, and an operator. */
    public Exclude and(String sql, String operator) {
      List<ExcludedElement> extended = new ArrayList<>(elements);
      extended.add(new ExcludedElement(new Expression.SqlText(sql), operator));
      return new Exclude(name, extended, using, where, deferral, options);
    }

    /** Returns the same constraint with another access method than {@code gist}. */
    public Exclude using(String method) {
      return new Exclude(name, elements, method, where, deferral, options);
    }

    /** Returns the same constraint over the rows that meet a condition, as SQL. */
    public Exclude where(String condition) {
      return new Exclude(
          name, elements, using, new Expression.SqlText(condition), deferral, options);
    }

    /** Returns the same constraint, checked when the deferral says. */
    public Exclude deferred(Deferral changed) {
      return new Exclude(name, elements, using, where, changed, options);
    }
  }

  /** What an exclusion constraint compares, and the operator that it compares with. */
  record ExcludedElement(Expression element, String operator) {
    public ExcludedElement {
      Objects.requireNonNull(element, "element");
      if (operator.isBlank()) {
        throw new IllegalArgumentException("an exclusion constraint compares with an operator");
      }
    }
  }

  private static List<Name> atLeastOne(String what, List<Name> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(what + " needs at least one column");
    }
    return List.copyOf(columns);
  }
}
