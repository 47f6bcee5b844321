package dev.lambic.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a database is meant to look like: the target of autogenerate. Mirrors SQLAlchemy's {@code MetaData}.
 *
 * @param tables the tables, in any order; each name at most once
 * @param sequences the sequences that stand on their own, in any order; each name at most once
 * @param firstStatements what is executed, in order, once a table has been created
 * @param remarks what is meant to be there and is not described here, each in one sentence; autogenerate hands them on
 */
public record MetaData(
    List<Table> tables,
    List<Sequence> sequences,
    List<FirstStatement> firstStatements,
    List<String> remarks) {
  /** Nothing at all. */
  public static final MetaData EMPTY = new MetaData(List.of());

  /**
   * A statement that a new table needs, such as the insertion of a row that is always there.
   *
   * @param table the table
   * @param sql the statement, handed to the database as it is
   */
  public record FirstStatement(TableName table, String sql) {
    public FirstStatement {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(sql, "sql");
    }
  }

  public MetaData {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    firstStatements = List.copyOf(firstStatements);
    remarks = List.copyOf(remarks);
    requireDifferent("tables", tables.stream().map(Table::name).toList());
    requireDifferent("sequences", sequences.stream().map(Sequence::name).toList());
  }

  /** Makes a description of tables alone. */
  public MetaData(List<Table> tables) {
    this(tables, List.of(), List.of(), List.of());
  }

  private static void requireDifferent(String what, List<TableName> names) {
    Map<String, TableName> byName = new LinkedHashMap<>();
    for (TableName name : names) {
      if (byName.put(name.toString(), name) != null) {
        throw new IllegalArgumentException("there are two " + what + " '" + name + "'");
      }
    }
  }

  /** Returns the description of a database with these tables. */
  public static MetaData of(Table... tables) {
    return new MetaData(List.of(tables));
  }

  /**
   * Returns all that several descriptions say.
   *
   * @throws IllegalArgumentException if two of them describe the same table or sequence
   */
  public static MetaData joined(List<MetaData> parts) {
    List<Table> tables = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    List<FirstStatement> statements = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (MetaData part : parts) {
      tables.addAll(part.tables);
      sequences.addAll(part.sequences);
      statements.addAll(part.firstStatements);
      remarks.addAll(part.remarks);
    }
    return new MetaData(tables, sequences, statements, remarks);
  }

  /** Returns this description with one more sequence. */
  public MetaData with(Sequence sequence) {
    List<Sequence> extended = new ArrayList<>(sequences);
    extended.add(sequence);
    return new MetaData(tables, extended, firstStatements, remarks);
  }

  /** Returns the table of a name. */
  public Optional<Table> table(TableName name) {
    return tables.stream()
        .filter(table -> table.name().toString().equals(name.toString()))
        .findFirst();
  }
}
