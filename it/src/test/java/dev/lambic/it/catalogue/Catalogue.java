package dev.lambic.it.catalogue;

import static java.util.Comparator.comparing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a database, as the database itself tells it. Everything but a table's columns is sorted. Names come as they
 * are stored, and without a schema in the schema that a connection starts in. Names that a database has invented are
 * left out where they differ from one run to the next. Two catalogues are equal if the databases are.
 *
 * @param tables the tables
 * @param objects everything beside tables: schemas, sequences, enum types, views, triggers
 */
public record Catalogue(List<Table> tables, List<Thing> objects) {
  public Catalogue {
    tables = sorted(tables, comparing(Table::name));
    objects = sorted(objects, comparing(Thing::toString));
  }

  /**
   * A table.
   *
   * @param options what holds for the whole table, such as a MySQL engine
   * @param columns in the order of the table
   */
  public record Table(
      String name,
      String options,
      @Nullable String comment,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes) {
    public Table {
      columns = List.copyOf(columns);
      constraints = sorted(constraints, comparing(Constraint::toString));
      indexes = sorted(indexes, comparing(Index::toString));
    }

    /** Returns the column of a name; fails if there is none. */
    public Column column(String name) {
      return only("column", columns, Column::name, name);
    }

    /** Returns the constraint of a name; fails if there is none. */
    public Constraint constraint(String name) {
      return only("constraint", constraints, constraint -> String.valueOf(constraint.name()), name);
    }

    /** Returns the constraints of a kind. */
    public List<Constraint> constraints(Kind kind) {
      return constraints.stream()
          .filter(constraint -> constraint.kind() == kind)
          .toList();
    }

    /** Returns the index of a name; fails if there is none. */
    public Index index(String name) {
      return only("index", indexes, index -> String.valueOf(index.name()), name);
    }

    private Stream<String> lines() {
      return Stream.concat(
          Stream.of(words("table", name, options, Catalogue.comment(comment))),
          Stream.of(columns, constraints, indexes)
              .flatMap(List::stream)
              .map(part -> name + ": " + part));
    }

    @Override
    public String toString() {
      return lines().collect(Collectors.joining("\n"));
    }
  }

  /**
   * A column.
   *
   * @param type as the database writes it, with its length and, where it is not the usual one, its collation
   * @param defaultValue an expression, as the database writes it
   * @param generated where the values come from: an identity with its options, or an expression
   */
  public record Column(
      String name,
      String type,
      boolean nullable,
      @Nullable String defaultValue,
      @Nullable String generated,
      @Nullable String comment) {
    @Override
    public String toString() {
      return words(
          "column",
          name,
          type,
          nullable ? "" : "not null",
          defaultValue == null ? "" : "default " + defaultValue,
          generated == null ? "" : "generated " + generated,
          Catalogue.comment(comment));
    }
  }

  /** The kinds of constraints. */
  public enum Kind {
    PRIMARY_KEY("primary key"),
    UNIQUE("unique"),
    FOREIGN_KEY("foreign key"),
    CHECK("check"),
    EXCLUDE("exclude");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /**
   * A constraint.
   *
   * @param name null if the database has none, or an invented one
   * @param columns in the order of the constraint; of a check, none
   * @param definition what is to be said beyond that: a condition, what a foreign key points to, options
   */
  public record Constraint(
      Kind kind, @Nullable String name, List<String> columns, String definition) {
    public Constraint {
      columns = List.copyOf(columns);
    }

    static Constraint foreignKey(
        @Nullable String name,
        List<String> columns,
        String target,
        List<String> targetColumns,
        String onDelete,
        String onUpdate,
        String options) {
      String definition = words(
          "references " + target + " (" + String.join(", ", targetColumns) + ")",
          action("on update ", onUpdate),
          action("on delete ", onDelete),
          options);
      return new Constraint(Kind.FOREIGN_KEY, name, columns, definition);
    }

    private static String action(String event, String action) {
      return action.equals("NO ACTION") ? "" : event + action.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return words(
          kind.text,
          name == null ? "" : name,
          columns.isEmpty() ? "" : "(" + String.join(", ", columns) + ")",
          definition);
    }
  }

  /**
   * An index, unless a constraint of the same table has brought it. MySQL and MariaDB don't tell a unique constraint
   * from a unique index: there it is both.
   *
   * @param name null if the database has invented it
   * @param keys columns or expressions, each with what is not the default, such as {@code desc}
   * @param options the method, a condition and the like
   */
  public record Index(@Nullable String name, boolean unique, List<String> keys, String options) {
    public Index {
      keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
      return words(
          unique ? "unique index" : "index",
          name == null ? "" : name,
          "(" + String.join(", ", keys) + ")",
          options);
    }
  }

  /** Something that is not a table: its kind, such as {@code sequence}, its name, and all that is to be said of it. */
  public record Thing(String kind, String name, String definition) {
    /** Reads it from columns of these names. */
    static Thing of(Rows row) throws SQLException {
      return new Thing(
          row.text("kind"), row.text("name"), row.orEmpty("definition").strip());
    }

    @Override
    public String toString() {
      return words(kind, name, definition.replace("\n", "\\n"));
    }
  }

  /** Returns the table of a name; fails if there is none. */
  public Table table(String name) {
    return only("table", tables, Table::name, name);
  }

  /** Tells whether there is a table of a name. */
  public boolean hasTable(String name) {
    return tables.stream().anyMatch(table -> table.name().equals(name));
  }

  /** Returns the objects of a kind, such as {@code sequence}. */
  public List<Thing> objects(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind)).toList();
  }

  /** Returns the same with the columns in alphabetical order: a column that was dropped comes back as the last one. */
  public Catalogue inAnyColumnOrder() {
    return new Catalogue(
        tables.stream()
            .map(table -> new Table(
                table.name,
                table.options,
                table.comment,
                sorted(table.columns, comparing(Column::name)),
                table.constraints,
                table.indexes))
            .toList(),
        objects);
  }

  /** Returns a line for each table, column, constraint, index and object. */
  public List<String> lines() {
    return Stream.concat(
            tables.stream().flatMap(Table::lines), objects.stream().map(Thing::toString))
        .toList();
  }

  /** Returns what has changed since another catalogue was read: lines that are gone ({@code -}) or new ({@code +}). */
  public List<String> changesSince(Catalogue earlier) {
    List<String> changes = new ArrayList<>();
    minus(earlier.lines(), lines()).forEach(line -> changes.add("- " + line));
    minus(lines(), earlier.lines()).forEach(line -> changes.add("+ " + line));
    if (changes.isEmpty() && !equals(earlier)) {
      changes.add("~ the same columns in another order");
    }
    return changes;
  }

  private static List<String> minus(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  private static <T> T only(String kind, List<T> all, Function<T, String> nameOf, String name) {
    return all.stream()
        .filter(each -> nameOf.apply(each).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(
            "no " + kind + " '" + name + "' among " + all.stream().map(nameOf).toList()));
  }

  static String comment(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? "" : "comment '" + comment + "'";
  }

  /** Joins what is not empty. */
  static String words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }
}
