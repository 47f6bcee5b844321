package dev.lambic.dialect;

import dev.lambic.dialect.ScriptSyntax.Body;
import dev.lambic.dialect.ScriptSyntax.Trait;
import java.util.Set;

/**
 * Follows the words of one statement to tell whether a semicolon ends it. None does while the statement is inside a
 * program that it carries, as in {@code CREATE TRIGGER ... BEGIN ...; END}.
 */
final class StatementBody {
  private enum Stage {
    /** Nothing but comments so far. */
    START,
    /** Behind a BEGIN that starts a transaction unless ATOMIC follows. */
    BEGIN,
    /** Behind CREATE or ALTER, in front of the kind of object. */
    CREATE,
    /** Behind DEFINER, whose value may be any word. */
    DEFINER,
    /** Behind TYPE, which carries a program if BODY follows. */
    TYPE,
    /** Behind WITH, which carries a program if FUNCTION or PROCEDURE follows. */
    WITH,
    /** In a definition that may carry a program, in front of it. */
    HEADER,
    /** In a program made of compound statements, or behind it. */
    BLOCKS,
    /** In a program that only the separator ends. */
    UNIT,
    /** In a query that begins with a program and that only the separator ends. */
    QUERY,
    /** In a statement that carries no program. */
    PLAIN
  }

  private static final Set<String> CREATE_MODIFIERS = Set.of(
      "OR",
      "REPLACE",
      "ALTER",
      "TEMP",
      "TEMPORARY",
      "AGGREGATE",
      "EDITIONABLE",
      "NONEDITIONABLE",
      "AND",
      "RESOLVE",
      "COMPILE",
      "NOFORCE");

  /** Words behind which BEGIN, which is not reserved everywhere, is a name. */
  private static final Set<String> BEFORE_NAMES = Set.of(
      "PROCEDURE",
      "FUNCTION",
      "TRIGGER",
      "EVENT",
      "EXISTS",
      "ON",
      "OF",
      "SELECT",
      "FROM",
      "WHERE",
      "AND",
      "OR",
      "BY",
      "SET",
      "INTO",
      "UPDATE",
      "RETURN");

  /** What stands before a program that consists of one compound statement other than BEGIN. */
  private static final Set<String> BEFORE_PROGRAMS =
      Set.of("ROW", "DO", ")", ":", "DETERMINISTIC", "SQL", "DATA", "DEFINER", "INVOKER");

  /** Reserved words that begin no statement of a program, so that the program must have ended before. */
  private static final Set<String> NEVER_IN_UNITS =
      Set.of("CREATE", "ALTER", "DROP", "GRANT", "REVOKE");

  private static final String OPERAND = "''";

  private final ScriptSyntax syntax;
  private final OpenBlocks blocks = new OpenBlocks();
  private Stage stage;
  private String previous = "";
  private int parentheses;
  private boolean foreignProgram;
  private boolean overrunsSeparator;

  StatementBody(ScriptSyntax syntax) {
    this.syntax = syntax;
    this.stage = syntax.body() == Body.NONE ? Stage.PLAIN : Stage.START;
  }

  /** Tells whether words still matter; in most statements they do not from the second on. */
  boolean listens() {
    return stage != Stage.PLAIN;
  }

  boolean semicolonEnds() {
    return stage != Stage.UNIT && stage != Stage.QUERY && !isUnfinished();
  }

  /** Tells whether the statement cannot end here, not even with the script. */
  boolean isUnfinished() {
    return overrunsSeparator || isInParentheses() || (stage == Stage.BLOCKS && blocks.isOpen());
  }

  /** Tells whether a statement has begun that can be no part of this one, which only a separator could have ended. */
  boolean overrunsSeparator() {
    return overrunsSeparator;
  }

  /** Tells whether a last semicolon is no part of the statement although it did not end it. */
  boolean dropsLastSemicolon() {
    return stage == Stage.QUERY;
  }

  /** Returns what to do about a statement that is unfinished. */
  String remedy() {
    if (overrunsSeparator) {
      return "put a line of nothing but / behind it.";
    }
    if (isInParentheses()) {
      return "close each ( in it with ).";
    }
    return "close each BEGIN, CASE, IF and loop in it with its END.";
  }

  /** Takes a word in upper case. */
  void word(String word) {
    if (previous.equals(".") || previous.equals("@")) {
      operand();
      return;
    }
    switch (stage) {
      case START -> stage = first(word);
      case BEGIN -> stage = behindBegin(word);
      case CREATE, DEFINER -> stage = behindCreate(word);
      case TYPE -> stage = word.equals("BODY") ? Stage.UNIT : Stage.PLAIN;
      case WITH -> stage = behindWith(word);
      case HEADER -> stage = inHeader(word);
      case BLOCKS -> blocks.word(word);
      case UNIT -> overrunsSeparator |= isForeignTo(word);
      case QUERY, PLAIN -> {}
    }
    previous = word;
  }

  /** Takes a literal, a number or a name in quotes. */
  void operand() {
    noWord();
    previous = OPERAND;
  }

  /** Takes any other character, a semicolon included unless it ended the statement. */
  void symbol(char symbol) {
    if (symbol == '(') {
      parentheses++;
    } else if (symbol == ')' && parentheses > 0) {
      parentheses--;
    }
    if (stage == Stage.BLOCKS && symbol == ';') {
      blocks.semicolon();
    } else if (stage == Stage.BLOCKS && symbol == ':') {
      blocks.colon();
    } else if (stage == Stage.START && symbol == '<' && syntax.body() == Body.UNIT) {
      stage = Stage.UNIT; // the label of a program that stands alone
    } else {
      noWord();
    }
    if (listens()) {
      previous = String.valueOf(symbol);
    }
  }

  private Stage first(String word) {
    if (word.equals("CREATE") || (word.equals("ALTER") && syntax.body() != Body.UNIT)) {
      return Stage.CREATE;
    }
    if (syntax.body() == Body.UNIT) {
      return switch (word) {
        case "DECLARE", "BEGIN" -> Stage.UNIT;
        case "WITH" -> Stage.WITH;
        default -> Stage.PLAIN;
      };
    }
    if (word.equals("BEGIN")) {
      return Stage.BEGIN;
    }
    return OpenBlocks.opens(word) ? open(word) : Stage.PLAIN;
  }

  private Stage behindBegin(String word) {
    return switch (word) {
      case "ATOMIC" -> open("BEGIN");
      case "NOT" -> Stage.BEGIN;
      default -> Stage.PLAIN;
    };
  }

  private Stage behindCreate(String word) {
    if (carriesProgram(word)) {
      foreignProgram = word.equals("JAVA");
      return syntax.body() == Body.UNIT ? Stage.UNIT : Stage.HEADER;
    }
    if (stage == Stage.DEFINER) {
      return word.equals("VIEW") ? Stage.PLAIN : Stage.DEFINER;
    }
    if (word.equals("DEFINER")) {
      return Stage.DEFINER;
    }
    if (word.equals("TYPE") && carriesProgram("TYPE BODY")) {
      return Stage.TYPE;
    }
    return CREATE_MODIFIERS.contains(word) ? Stage.CREATE : Stage.PLAIN;
  }

  private static Stage behindWith(String word) {
    return word.equals("FUNCTION") || word.equals("PROCEDURE") ? Stage.QUERY : Stage.PLAIN;
  }

  private boolean carriesProgram(String kind) {
    return syntax.bodyOwners().contains(kind);
  }

  private Stage inHeader(String word) {
    boolean opens = switch (word) {
      case "ATOMIC" -> previous.equals("BEGIN");
      case "BEGIN" -> syntax.body() == Body.BLOCK && !isBeforeName();
      case "IF", "CASE", "LOOP", "REPEAT", "WHILE" -> BEFORE_PROGRAMS.contains(previous);
      default -> false;
    };
    if (!opens || parentheses > 0) {
      return Stage.HEADER;
    }
    return open(word.equals("ATOMIC") ? "BEGIN" : word);
  }

  private boolean isBeforeName() {
    boolean operator = !SqlScanner.isWordPart(previous.charAt(0)) && !previous.equals(OPERAND);
    return BEFORE_NAMES.contains(previous) || (operator && !BEFORE_PROGRAMS.contains(previous));
  }

  private Stage open(String word) {
    blocks.open(word);
    return Stage.BLOCKS;
  }

  private boolean isForeignTo(String word) {
    return previous.equals(";") && !foreignProgram && NEVER_IN_UNITS.contains(word);
  }

  private boolean isInParentheses() {
    return parentheses > 0 && syntax.has(Trait.SEMICOLONS_IN_PARENTHESES);
  }

  private void noWord() {
    switch (stage) {
      case START, BEGIN, CREATE, TYPE, WITH -> stage = Stage.PLAIN;
      case BLOCKS -> blocks.other();
      case DEFINER, HEADER, UNIT, QUERY, PLAIN -> {}
    }
  }
}
