package dev.lambic.operations;

import dev.lambic.schema.Expression;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a column, and what is known of it as it is. Begin with {@link #change}; each of the other methods
 * returns a changed copy:
 *
 * <pre>{@code
 * op.alterColumn("account", change("name").type(string(100)).existingType(string(50)).existingNullable(false));
 * }</pre>
 *
 * <p>What is known of the column matters to databases that write it anew as a whole (MySQL, SQL Server), and to the
 * reverse.
 *
 * @param column the column, by its present name
 * @param to what changes
 * @param from what is known of the column before the change
 * @param newName its new name, or null to keep it
 * @param options what only one database knows: {@code postgresql_using}
 */
public record ColumnChange(
    Name column, ColumnFacts to, ColumnFacts from, @Nullable Name newName, Options options) {
  public ColumnChange {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(options, "options");
  }

  /** Begins the change of a column. */
  public static ColumnChange change(String column) {
    return change(Name.of(column));
  }

  /** Begins the change of a column. */
  public static ColumnChange change(Name column) {
    return new ColumnChange(column, ColumnFacts.NONE, ColumnFacts.NONE, null, Options.NONE);
  }

  private ColumnChange to(ColumnFacts changed) {
    return new ColumnChange(column, changed, from, newName, options);
  }

  private ColumnChange from(ColumnFacts changed) {
    return new ColumnChange(column, to, changed, newName, options);
  }

  /** Gives the column another type. */
  public ColumnChange type(SqlType type) {
    return to(to.withType(type));
  }

  /** Lets the column hold NULL, or forbids it. */
  public ColumnChange nullable(boolean allowed) {
    return to(to.withNullable(allowed));
  }

  /** Gives the column a string as its default; the dialect quotes it. */
  public ColumnChange serverDefault(String literal) {
    return serverDefault(new Expression.Literal(literal));
  }

  /** Gives the column another default. */
  public ColumnChange serverDefault(ServerDefault source) {
    return to(to.withServerDefault(Given.of(source)));
  }

  /** Takes the column's default away. */
  public ColumnChange dropServerDefault() {
    return to(to.withServerDefault(Given.of(null)));
  }

  /** Says something else about the column. */
  public ColumnChange comment(String text) {
    return to(to.withComment(Given.of(text)));
  }

  /** Takes the column's comment away. */
  public ColumnChange dropComment() {
    return to(to.withComment(Given.of(null)));
  }

  /** Lets the database number the column, or not (MySQL). */
  public ColumnChange autoincrement(boolean numbered) {
    return to(to.withAutoincrement(numbered));
  }

  /** Gives the column another name. */
  public ColumnChange rename(String name) {
    return rename(Name.of(name));
  }

  /** Gives the column another name. */
  public ColumnChange rename(Name name) {
    return new ColumnChange(column, to, from, name, options);
  }

  /** Says which type the column has. */
  public ColumnChange existingType(SqlType type) {
    return from(from.withType(type));
  }

  /** Says whether the column may hold NULL. */
  public ColumnChange existingNullable(boolean allowed) {
    return from(from.withNullable(allowed));
  }

  /** Says which string is the column's default. */
  public ColumnChange existingServerDefault(String literal) {
    return existingServerDefault(new Expression.Literal(literal));
  }

  /** Says which default the column has; null for none. */
  public ColumnChange existingServerDefault(@Nullable ServerDefault source) {
    return from(from.withServerDefault(Given.of(source)));
  }

  /** Says that the column has no default. */
  public ColumnChange withoutExistingServerDefault() {
    return from(from.withServerDefault(Given.of(null)));
  }

  /** Says which comment the column has; null for none. */
  public ColumnChange existingComment(@Nullable String text) {
    return from(from.withComment(Given.of(text)));
  }

  /** Says whether the database numbers the column (MySQL). */
  public ColumnChange existingAutoincrement(boolean numbered) {
    return from(from.withAutoincrement(numbered));
  }

  /** Adds an option of one database: {@code with("postgresql_using", "qty::integer")}. */
  public ColumnChange with(String option, Object value) {
    return new ColumnChange(column, to, from, newName, options.with(option, value));
  }
}
