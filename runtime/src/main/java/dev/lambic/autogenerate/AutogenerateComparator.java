package dev.lambic.autogenerate;

import dev.lambic.dialect.Snapshot;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Users' code that compares what Lambic does not: a plugin of autogenerate, switched on and off by its name. */
public interface AutogenerateComparator {

  /** Returns the name, in segments: {@code acme.autogenerate.views}. */
  String name();

  /**
   * Compares what belongs to no table. Its operations come first.
   *
   * @param database what was read
   * @param model the tables of the model
   * @param found takes each operation that is needed
   */
  default void compareSchema(
      AutogenerateContext context,
      Snapshot database,
      List<Table> model,
      Consumer<MigrateOperation> found) {}

  /**
   * Compares a table. Its operations come behind those on the table's constraints.
   *
   * @param database the table as it was read, or null if it is new
   * @param model the table of the model, or null if it goes
   * @param found takes each operation that is needed
   */
  default void compareTable(
      AutogenerateContext context,
      TableName name,
      @Nullable Table database,
      @Nullable Table model,
      Consumer<MigrateOperation> found) {}
}
