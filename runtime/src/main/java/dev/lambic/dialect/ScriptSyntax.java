package dev.lambic.dialect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How the scripts of one database are cut into statements. Standard SQL is what no trait has to be named for: literals
 * in {@code '}, names in {@code "}, a quote doubled to stand for itself, comments behind {@code --} and in {@code /*},
 * a semicolon at the end.
 *
 * @param traits what differs from standard SQL in quotes, comments and terminators
 * @param body what a statement that carries a program looks like
 * @param bodyOwners the kinds of object whose {@code CREATE} may carry a program: {@code TRIGGER}, {@code FUNCTION}
 * @param separator the line that ends a statement whatever the statement looks like
 */
public record ScriptSyntax(
    Set<Trait> traits, Body body, List<String> bodyOwners, Separator separator) {

  /** One thing in which a database departs from standard SQL. */
  public enum Trait {
    /** {@code $$...$$} is a literal. */
    DOLLAR_QUOTES,
    /** {@code $tag$...$tag$} is a literal, and so is {@code $$...$$}. */
    TAGGED_DOLLAR_QUOTES,
    /** A backslash escapes the next character, in {@code '...'} and in {@code "..."}. */
    BACKSLASH_ESCAPES,
    /** A backslash escapes the next character in {@code E'...'}. */
    ESCAPE_LITERALS,
    /** {@code q'[...]'} is a literal that ends with the bracket and the quote. */
    ALTERNATIVE_QUOTES,
    /** {@code `...`} is a name. */
    BACKTICK_NAMES,
    /** {@code [...]} is a name. */
    BRACKET_NAMES,
    /** {@code #} starts a comment. */
    HASH_COMMENTS,
    /** {@code //} starts a comment. */
    SLASH_COMMENTS,
    /** {@code --} starts a comment only when white space or nothing follows. */
    SPACED_DASH_COMMENTS,
    /** A comment in {@code /*} may hold others. */
    NESTED_COMMENTS,
    /** The inside of a comment that starts with {@code /*!} or {@code /*M!} is executed. */
    EXECUTABLE_COMMENTS,
    /** {@code DELIMITER} with a text behind it makes that text the terminator. */
    DELIMITER_COMMAND,
    /** A semicolon in parentheses ends nothing, as in a rule with several actions. */
    SEMICOLONS_IN_PARENTHESES,
    /** A semicolon ends nothing: all up to the separator is sent at once. */
    BATCHES
  }

  /** What a statement looks like that carries a program, with semicolons inside. */
  public enum Body {
    /** There are none, or they are written as a literal. */
    NONE,
    /** {@code BEGIN ... END}, or another compound statement such as {@code IF ... END IF}. */
    BLOCK,
    /** As {@link #BLOCK}, but the outermost block is {@code BEGIN ATOMIC ... END}. */
    ATOMIC_BLOCK,
    /**
     * All up to the separator, its last semicolon included. A program may also stand alone, behind {@code DECLARE}, {@code
     * BEGIN} or a label, or in a {@code WITH} clause.
     */
    UNIT
  }

  /** A line that ends a statement and is no part of it. */
  public enum Separator {
    /** There is none. */
    NONE,
    /** A line of nothing but {@code /}. */
    SLASH,
    /** A line of {@code GO}, in any case; a number behind it says how often to run the statement. */
    GO
  }

  public ScriptSyntax {
    traits = Collections.unmodifiableSet(copyOf(traits));
    Objects.requireNonNull(body, "body");
    bodyOwners = List.copyOf(bodyOwners);
    Objects.requireNonNull(separator, "separator");
  }

  /** Returns standard SQL with the given departures, without bodies or a separator. */
  public static ScriptSyntax of(Trait... traits) {
    return new ScriptSyntax(copyOf(List.of(traits)), Body.NONE, List.of(), Separator.NONE);
  }

  /** Returns this syntax with bodies of the given form in the {@code CREATE} of the given kinds of object. */
  public ScriptSyntax withBodies(Body form, String... owners) {
    return new ScriptSyntax(traits, form, List.of(owners), separator);
  }

  /** Returns this syntax with a line that ends a statement. */
  public ScriptSyntax withSeparator(Separator line) {
    return new ScriptSyntax(traits, body, bodyOwners, line);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  private static final ScriptSyntax STANDARD =
      of().withBodies(Body.ATOMIC_BLOCK, "PROCEDURE", "FUNCTION", "TRIGGER");

  static ScriptSyntax standard() {
    return STANDARD;
  }

  /** As the tokenizer of H2 2 has it; programs are Java, written as literals. */
  private static final ScriptSyntax H2 =
      of(Trait.DOLLAR_QUOTES, Trait.BACKTICK_NAMES, Trait.SLASH_COMMENTS, Trait.NESTED_COMMENTS);

  static ScriptSyntax h2() {
    return H2;
  }

  /** Manual, section 4.1; parentheses and {@code BEGIN ATOMIC} (since 14) as psql has them. */
  private static final ScriptSyntax POSTGRESQL = of(
          Trait.TAGGED_DOLLAR_QUOTES,
          Trait.ESCAPE_LITERALS,
          Trait.NESTED_COMMENTS,
          Trait.SEMICOLONS_IN_PARENTHESES)
      .withBodies(Body.ATOMIC_BLOCK, "PROCEDURE", "FUNCTION");

  static ScriptSyntax postgresql() {
    return POSTGRESQL;
  }

  /** Manual, chapter 11, and its command line client; MariaDB is the same. Modes that change quotes are not known. */
  private static final ScriptSyntax MYSQL = of(
          Trait.BACKSLASH_ESCAPES,
          Trait.BACKTICK_NAMES,
          Trait.HASH_COMMENTS,
          Trait.SPACED_DASH_COMMENTS,
          Trait.EXECUTABLE_COMMENTS,
          Trait.DELIMITER_COMMAND)
      .withBodies(Body.BLOCK, "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

  static ScriptSyntax mysql() {
    return MYSQL;
  }

  private static final ScriptSyntax SQLITE =
      of(Trait.BACKTICK_NAMES, Trait.BRACKET_NAMES).withBodies(Body.BLOCK, "TRIGGER");

  static ScriptSyntax sqlite() {
    return SQLITE;
  }

  /** As SQL*Plus has it, but a {@code CREATE TYPE} without a body needs no separator. */
  private static final ScriptSyntax ORACLE = of(Trait.ALTERNATIVE_QUOTES)
      .withBodies(Body.UNIT, "PROCEDURE", "FUNCTION", "TRIGGER", "PACKAGE", "TYPE BODY", "JAVA")
      .withSeparator(Separator.SLASH);

  static ScriptSyntax oracle() {
    return ORACLE;
  }

  /** As sqlcmd has it: variables live, and some statements must stand alone, in a batch. */
  private static final ScriptSyntax SQL_SERVER =
      of(Trait.BRACKET_NAMES, Trait.NESTED_COMMENTS, Trait.BATCHES).withSeparator(Separator.GO);

  static ScriptSyntax sqlServer() {
    return SQL_SERVER;
  }

  private static EnumSet<Trait> copyOf(Iterable<Trait> traits) {
    EnumSet<Trait> copy = EnumSet.noneOf(Trait.class);
    traits.forEach(copy::add);
    return copy;
  }
}
