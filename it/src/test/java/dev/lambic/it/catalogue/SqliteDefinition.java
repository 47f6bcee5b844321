package dev.lambic.it.catalogue;

import static dev.lambic.it.catalogue.Catalogue.words;

import dev.lambic.it.catalogue.Catalogue.Constraint;
import dev.lambic.it.catalogue.Catalogue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the text of a {@code CREATE TABLE} tells: SQLite keeps it, and has pragmas for the rest. */
final class SqliteDefinition {
  private final SqliteTokens tokens;
  private final List<Constraint> constraints = new ArrayList<>();
  private final Map<String, String> collations = new LinkedHashMap<>();
  private final Map<String, String> generated = new LinkedHashMap<>();
  private final String options;

  SqliteDefinition(String createTable) {
    tokens = new SqliteTokens(createTable);
    while (!tokens.pass("(")) {
      tokens.word();
    }
    do {
      if (!tableConstraint()) {
        column();
      }
    } while (tokens.pass(","));
    tokens.word(); // the closing parenthesis
    options = tokens.rest().toLowerCase(Locale.ROOT);
  }

  List<Constraint> constraints() {
    return constraints;
  }

  /** Returns what stands behind the columns, such as {@code strict}. */
  String options() {
    return options;
  }

  @Nullable
  String collation(String column) {
    return collations.get(column);
  }

  @Nullable
  String generated(String column) {
    return generated.get(column);
  }

  private boolean tableConstraint() {
    boolean found = false;
    while (true) {
      String name = tokens.pass("CONSTRAINT") ? tokens.word() : null;
      if (tokens.pass("PRIMARY", "KEY")) {
        add(Kind.PRIMARY_KEY, name, columns(), onConflict());
      } else if (tokens.pass("UNIQUE")) {
        add(Kind.UNIQUE, name, columns(), onConflict());
      } else if (tokens.at("CHECK", "(")) {
        tokens.word();
        check(name);
      } else if (tokens.pass("FOREIGN", "KEY")) {
        add(Kind.FOREIGN_KEY, name, columns(), references());
      } else {
        return found;
      }
      found = true;
    }
  }

  private void column() {
    String column = tokens.word();
    String name = null;
    while (!tokens.at(",") && !tokens.at(")")) {
      if (tokens.pass("CONSTRAINT")) {
        name = tokens.word();
        continue;
      }
      if (tokens.pass("PRIMARY", "KEY")) {
        String order = tokens.pass("DESC") ? "desc" : "";
        tokens.pass("ASC");
        String conflict = onConflict();
        if (tokens.pass("AUTOINCREMENT")) {
          generated.put(column, "autoincrement");
        }
        add(Kind.PRIMARY_KEY, name, List.of(words(column, order)), conflict);
      } else if (tokens.pass("UNIQUE")) {
        add(Kind.UNIQUE, name, List.of(column), onConflict());
      } else if (tokens.pass("CHECK")) {
        check(name);
      } else if (tokens.at("REFERENCES")) {
        add(Kind.FOREIGN_KEY, name, List.of(column), references());
      } else if (tokens.pass("COLLATE")) {
        collations.put(column, tokens.word());
      } else if (tokens.pass("AS")) {
        String expression = tokens.group();
        generated.put(
            column, (tokens.pass("STORED") ? "stored" : "virtual") + " (" + expression + ")");
      } else if (tokens.at("(")) {
        tokens.group(); // of a type or a default
      } else {
        tokens.word(); // a type, NOT NULL, a default: the pragma tells them
      }
      name = null;
    }
  }

  private void check(@Nullable String name) {
    add(Kind.CHECK, name, List.of(), "(" + tokens.group() + ")");
  }

  private void add(Kind kind, @Nullable String name, List<String> columns, String definition) {
    constraints.add(new Constraint(kind, name, columns, definition));
  }

  /** Reads names, each with its collation and order. */
  private List<String> columns() {
    return tokens.items().stream().map(SqliteDefinition::key).toList();
  }

  /** Writes a key of a constraint or an index: without what is the default, keywords in lower case. */
  static String key(String text) {
    return text.replaceFirst("(?i) ASC$", "")
        .replaceFirst("(?i) DESC$", " desc")
        .replaceFirst("(?i) COLLATE ", " collate ");
  }

  private String onConflict() {
    return tokens.pass("ON", "CONFLICT")
        ? "on conflict " + tokens.word().toLowerCase(Locale.ROOT)
        : "";
  }

  private String references() {
    tokens.pass("REFERENCES");
    String target = tokens.word();
    String columns = tokens.at("(") ? "(" + String.join(", ", columns()) + ")" : "";
    String update = "";
    String delete = "";
    String options = "";
    while (true) {
      if (tokens.pass("ON", "UPDATE")) {
        update = action("on update ");
      } else if (tokens.pass("ON", "DELETE")) {
        delete = action("on delete ");
      } else if (tokens.pass("MATCH")) {
        tokens.word(); // SQLite parses it and does nothing about it
      } else if (tokens.pass("NOT", "DEFERRABLE")) {
        options = "";
      } else if (tokens.pass("DEFERRABLE")) {
        options = words(options, "deferrable");
      } else if (tokens.pass("INITIALLY")) {
        options = words(options, tokens.pass("DEFERRED") ? "initially deferred" : "");
        tokens.pass("IMMEDIATE");
      } else {
        return words("references", target, columns, update, delete, options);
      }
    }
  }

  private String action(String event) {
    if (tokens.pass("NO", "ACTION")) {
      return "";
    }
    return event + (tokens.pass("SET") ? "set " : "") + tokens.word().toLowerCase(Locale.ROOT);
  }
}
