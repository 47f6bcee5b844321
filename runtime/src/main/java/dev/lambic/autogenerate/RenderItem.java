package dev.lambic.autogenerate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Users' code that writes a part of a migration as Java source of its own. Mirrors Alembic's {@code render_item}:
 *
 * <pre>{@code
 * RenderItem money = (kind, item) -> item instanceof MoneyType
 *     ? JavaSource.of("Types.money()", "com.acme.Types")
 *     : null;
 * }</pre>
 */
@FunctionalInterface
public interface RenderItem {
  /** Leaves everything to Lambic. */
  RenderItem NONE = (kind, item) -> null;

  /**
   * Returns the source of an item.
   *
   * @param kind {@code operation}, {@code column}, {@code primary_key}, {@code foreign_key}, {@code unique}, {@code check},
   *     {@code exclude}, {@code index}, {@code type} or {@code server_default}
   * @param item the operation, column, constraint, index, type or default
   * @return the source: an expression, or for an operation a statement; {@link JavaSource#NOTHING} to leave the item out;
   *     null to leave it to Lambic
   */
  @Nullable
  JavaSource render(String kind, Object item);

  /**
   * A piece of Java source.
   *
   * @param text the source; blank to leave the item out
   * @param imports the full names of the classes that it calls by their simple names
   */
  record JavaSource(String text, List<String> imports) {
    /** Leaves an item out. */
    public static final JavaSource NOTHING = of("");

    public JavaSource {
      Objects.requireNonNull(text, "text");
      imports = List.copyOf(imports);
    }

    /** Returns a piece of source: {@code of("Types.money()", "com.acme.Types")}. */
    public static JavaSource of(String text, String... imports) {
      return new JavaSource(text, List.of(imports));
    }
  }
}
