package dev.lambic.dialect;

import dev.lambic.schema.EnumType;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was in a database when it was read. Objects of the connection's own schema are named without a schema, as they
 * are in a model. A snapshot does not change with the database.
 *
 * @param defaultSchema the schema that names without one belong to, as the database writes it; null where there is none
 * @param tables the tables with all that belongs to them, by schema and name
 * @param sequences the sequences that stand on their own, by schema and name
 * @param enums the enumerations that are types of their own, by schema and name
 */
public record Snapshot(
    @Nullable String defaultSchema,
    List<Table> tables,
    List<Sequence> sequences,
    List<EnumType> enums) {
  public Snapshot {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    enums = List.copyOf(enums);
  }

  /** Returns the part of this that a scope names, as an inspector stores names. */
  Snapshot within(InspectionScope scope, Inspector inspector) {
    return new Snapshot(
        defaultSchema,
        tables.stream()
            .filter(table -> isIn(scope, inspector, table.name().schema())
                && scope
                    .tables()
                    .test(
                        schema(inspector, table.name().schema()),
                        inspector.stored(table.name().name())))
            .toList(),
        sequences.stream()
            .filter(sequence -> isIn(scope, inspector, sequence.name().schema()))
            .toList(),
        enums.stream().filter(type -> isIn(scope, inspector, type.schema())).toList());
  }

  private @Nullable String schema(Inspector inspector, @Nullable Name schema) {
    String stored = schema == null ? null : inspector.stored(schema);
    return Objects.equals(stored, defaultSchema) ? null : stored;
  }

  private boolean isIn(InspectionScope scope, Inspector inspector, @Nullable Name schema) {
    return scope.schemas().test(schema(inspector, schema));
  }
}
