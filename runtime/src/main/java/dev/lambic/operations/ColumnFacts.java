package dev.lambic.operations;

import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column, or to be changed of it. Whatever was left out is unknown, or stays.
 *
 * @param type its type
 * @param nullable whether it may hold NULL
 * @param serverDefault where its value comes from when an INSERT says nothing; given as null for no default
 * @param comment what the database says about it; given as null for nothing
 * @param autoincrement whether the database numbers it (MySQL)
 */
public record ColumnFacts(
    @Nullable SqlType type,
    @Nullable Boolean nullable,
    Given<ServerDefault> serverDefault,
    Given<String> comment,
    @Nullable Boolean autoincrement) {
  /** Nothing is known. */
  public static final ColumnFacts NONE =
      new ColumnFacts(null, null, Given.nothing(), Given.nothing(), null);

  /** Returns these facts with a type. */
  public ColumnFacts withType(@Nullable SqlType changed) {
    return new ColumnFacts(changed, nullable, serverDefault, comment, autoincrement);
  }

  /** Returns these facts, saying whether the column may hold NULL. */
  public ColumnFacts withNullable(@Nullable Boolean changed) {
    return new ColumnFacts(type, changed, serverDefault, comment, autoincrement);
  }

  /** Returns these facts with a default. */
  public ColumnFacts withServerDefault(Given<ServerDefault> changed) {
    return new ColumnFacts(type, nullable, changed, comment, autoincrement);
  }

  /** Returns these facts with a comment. */
  public ColumnFacts withComment(Given<String> changed) {
    return new ColumnFacts(type, nullable, serverDefault, changed, autoincrement);
  }

  /** Returns these facts, saying whether the database numbers the column. */
  public ColumnFacts withAutoincrement(@Nullable Boolean changed) {
    return new ColumnFacts(type, nullable, serverDefault, comment, changed);
  }

  /** Returns these facts, and where they say nothing those of another. */
  public ColumnFacts or(ColumnFacts other) {
    return new ColumnFacts(
        type == null ? other.type : type,
        nullable == null ? other.nullable : nullable,
        serverDefault.or(other.serverDefault),
        comment.or(other.comment),
        autoincrement == null ? other.autoincrement : autoincrement);
  }

  /** Returns those of these facts that another says something about too. */
  ColumnFacts whereGivenIn(ColumnFacts other) {
    return new ColumnFacts(
        other.type == null ? null : type,
        other.nullable == null ? null : nullable,
        other.serverDefault.isGiven() ? serverDefault : Given.nothing(),
        other.comment.isGiven() ? comment : Given.nothing(),
        other.autoincrement == null ? null : autoincrement);
  }

  /** Tells whether these facts say something about all that another says something about. */
  boolean covers(ColumnFacts other) {
    return (other.type == null || type != null)
        && (other.nullable == null || nullable != null)
        && (!other.serverDefault.isGiven() || serverDefault.isGiven())
        && (!other.comment.isGiven() || comment.isGiven())
        && (other.autoincrement == null || autoincrement != null);
  }
}
