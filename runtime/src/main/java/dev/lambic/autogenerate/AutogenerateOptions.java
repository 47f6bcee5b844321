package dev.lambic.autogenerate;

import dev.lambic.runtime.OptionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is compared, and what becomes of it. {@link #DEFAULT} is Alembic's choice; each method returns a changed copy.
 *
 * @param compareType whether and how types are compared; on by default
 * @param compareServerDefault whether and how defaults, identities and computed values are compared; off by default
 * @param includeSchemas whether all schemas are compared, rather than the connection's own
 * @param includeName which objects of the database take part, by their names
 * @param includeObject which objects of either side take part
 * @param plugins patterns of the comparisons that are made, such as {@code alembic.autogenerate.*}; {@code *} stands for
 *     one segment, and {@code ~} in front takes away
 * @param comparators comparisons of the user's own
 * @param processRevisionDirectives what changes the outcome before it is written
 * @param renderItem what writes parts of it
 * @param renderAsBatch whether the changes of a table are put into one batch
 * @param allowDestructive whether operations that lose data are generated, rather than pointed out
 */
public record AutogenerateOptions(
    ColumnComparison compareType,
    ColumnComparison compareServerDefault,
    boolean includeSchemas,
    IncludeName includeName,
    IncludeObject includeObject,
    List<String> plugins,
    List<AutogenerateComparator> comparators,
    ProcessRevisionDirectives processRevisionDirectives,
    RenderItem renderItem,
    boolean renderAsBatch,
    boolean allowDestructive) {

  /** The option {@code autogenerate}, by which an environment says what its commands compare. */
  public static final OptionKey<AutogenerateOptions> OPTION =
      OptionKey.of("autogenerate", AutogenerateOptions.class);

  /**
   * The option {@code autogenerateChange}, by which whoever starts a command changes what its environment says of {@link
   * #OPTION}.
   */
  public static final OptionKey<UnaryOperator<AutogenerateOptions>> CHANGE =
      OptionKey.of("autogenerateChange", UnaryOperator.class);

  /** What is compared where nothing else is said. */
  public static final AutogenerateOptions DEFAULT = new AutogenerateOptions(
      ColumnComparison.ON,
      ColumnComparison.OFF,
      false,
      IncludeName.ALL,
      IncludeObject.ALL,
      List.of("alembic.autogenerate.*", "lambic.autogenerate.*"),
      List.of(),
      ProcessRevisionDirectives.NONE,
      RenderItem.NONE,
      false,
      false);

  public AutogenerateOptions {
    Objects.requireNonNull(compareType, "compareType");
    Objects.requireNonNull(compareServerDefault, "compareServerDefault");
    Objects.requireNonNull(includeName, "includeName");
    Objects.requireNonNull(includeObject, "includeObject");
    Objects.requireNonNull(processRevisionDirectives, "processRevisionDirectives");
    Objects.requireNonNull(renderItem, "renderItem");
    plugins = List.copyOf(plugins);
    comparators = List.copyOf(comparators);
  }

  /** Returns these options, saying whether types are compared. */
  public AutogenerateOptions compareType(boolean compared) {
    return compareType(compared ? ColumnComparison.ON : ColumnComparison.OFF);
  }

  /** Returns these options with another comparison of types. */
  public AutogenerateOptions compareType(ColumnComparison comparison) {
    return changed(parts -> parts.compareType = comparison);
  }

  /** Returns these options, saying whether defaults are compared. */
  public AutogenerateOptions compareServerDefault(boolean compared) {
    return compareServerDefault(compared ? ColumnComparison.ON : ColumnComparison.OFF);
  }

  /** Returns these options with another comparison of defaults. */
  public AutogenerateOptions compareServerDefault(ColumnComparison comparison) {
    return changed(parts -> parts.compareServerDefault = comparison);
  }

  /** Returns these options, saying whether all schemas are compared. */
  public AutogenerateOptions includeSchemas(boolean all) {
    return changed(parts -> parts.includeSchemas = all);
  }

  /** Returns these options with another filter by name. */
  public AutogenerateOptions includeName(IncludeName filter) {
    return changed(parts -> parts.includeName = filter);
  }

  /** Returns these options with another filter of objects. */
  public AutogenerateOptions includeObject(IncludeObject filter) {
    return changed(parts -> parts.includeObject = filter);
  }

  /** Returns these options with other patterns of comparisons. */
  public AutogenerateOptions plugins(String... patterns) {
    return changed(parts -> parts.plugins = List.of(patterns));
  }

  /** Returns these options with one more comparison of the user's own, which is made whatever the patterns say. */
  public AutogenerateOptions comparator(AutogenerateComparator comparator) {
    return changed(parts -> {
      parts.comparators.add(comparator);
      parts.plugins = appended(parts.plugins, comparator.name());
    });
  }

  /** Returns these options with other code that changes the outcome. */
  public AutogenerateOptions processRevisionDirectives(ProcessRevisionDirectives process) {
    return changed(parts -> parts.processRevisionDirectives = process);
  }

  /** Returns these options with other code that writes parts of the outcome. */
  public AutogenerateOptions renderItem(RenderItem renderer) {
    return changed(parts -> parts.renderItem = renderer);
  }

  /** Returns these options, saying whether the changes of a table are put into one batch. */
  public AutogenerateOptions renderAsBatch(boolean batched) {
    return changed(parts -> parts.renderAsBatch = batched);
  }

  /** Returns these options, saying whether operations that lose data are generated. */
  public AutogenerateOptions allowDestructive(boolean allowed) {
    return changed(parts -> parts.allowDestructive = allowed);
  }

  private static List<String> appended(List<String> list, String element) {
    List<String> extended = new ArrayList<>(list);
    extended.add(element);
    return extended;
  }

  private AutogenerateOptions changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.options();
  }

  /** Options in the making. */
  private static final class Parts {
    ColumnComparison compareType;
    ColumnComparison compareServerDefault;
    boolean includeSchemas;
    IncludeName includeName;
    IncludeObject includeObject;
    List<String> plugins;
    final List<AutogenerateComparator> comparators;
    ProcessRevisionDirectives processRevisionDirectives;
    RenderItem renderItem;
    boolean renderAsBatch;
    boolean allowDestructive;

    Parts(AutogenerateOptions options) {
      compareType = options.compareType;
      compareServerDefault = options.compareServerDefault;
      includeSchemas = options.includeSchemas;
      includeName = options.includeName;
      includeObject = options.includeObject;
      plugins = options.plugins;
      comparators = new ArrayList<>(options.comparators);
      processRevisionDirectives = options.processRevisionDirectives;
      renderItem = options.renderItem;
      renderAsBatch = options.renderAsBatch;
      allowDestructive = options.allowDestructive;
    }

    AutogenerateOptions options() {
      return new AutogenerateOptions(
          compareType,
          compareServerDefault,
          includeSchemas,
          includeName,
          includeObject,
          plugins,
          comparators,
          processRevisionDirectives,
          renderItem,
          renderAsBatch,
          allowDestructive);
    }
  }
}
