package dev.lambic.autogenerate;

import dev.lambic.dialect.Dialect;
import dev.lambic.runtime.OptionKey;
import dev.lambic.schema.MetaData;
import java.util.List;

/**
 * What a database should look like: the model that autogenerate compares it with. Mirrors Alembic's {@code
 * target_metadata}. An environment, or whoever starts a command, gives it as the option {@link #OPTION}:
 *
 * <pre>{@code
 * Config.builder().option(TargetMetadata.OPTION, TargetMetadata.of(model))
 * }</pre>
 */
@FunctionalInterface
public interface TargetMetadata {
  /** The option {@code targetMetadata}. */
  OptionKey<TargetMetadata> OPTION = OptionKey.of("targetMetadata", TargetMetadata.class);

  /**
   * Returns the descriptions of what should be there; no two of them may describe the same table.
   *
   * @param dialect the dialect of the database that is compared
   */
  List<MetaData> read(Dialect dialect);

  /** Returns a target that is the same on every database. */
  static TargetMetadata of(MetaData... parts) {
    List<MetaData> copy = List.of(parts);
    return dialect -> copy;
  }
}
