package dev.lambic.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a fixed set of strings. {@link #of} begins one; each of the other methods returns a changed copy.
 *
 * @param name the name of the database's type, or of the check that stands in for it; null for none
 * @param schema the schema of the database's type, or null for the connection's own
 * @param values what it can be, in the database's order
 * @param isNative whether to use the database's own type where it has one, rather than a string
 * @param hasCheck whether a string that stands in for the type is checked
 * @param length how long that string is, or null for the longest value
 * @param isCreated whether the database's type is created with the table or column that uses it
 * @param ownCheckName the name of the check, where it is not that of the type; or null
 */
public record EnumType(
    @Nullable Name name,
    @Nullable Name schema,
    List<String> values,
    boolean isNative,
    boolean hasCheck,
    @Nullable Integer length,
    boolean isCreated,
    @Nullable Name ownCheckName)
    implements SqlType {
  public EnumType {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("an enumeration needs at least one value");
    }
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException("the enumeration names a value twice: " + values);
    }
    int longest = values.stream().mapToInt(EnumType::characters).max().orElse(0);
    if (length != null && length < longest) {
      throw new IllegalArgumentException(
          "a string of " + length + " characters does not hold each of " + values);
    }
  }

  /** Returns an enumeration that is created with the table that uses it, without a check where it is a string. */
  public static EnumType of(String name, String... values) {
    return new EnumType(Name.of(name), null, List.of(values), true, false, null, true, null);
  }

  /** Returns this enumeration in a schema. */
  public EnumType in(String schemaName) {
    return new EnumType(
        name, Name.of(schemaName), values, isNative, hasCheck, length, isCreated, ownCheckName);
  }

  /** Returns this enumeration as a string on every database. */
  public EnumType asString() {
    return new EnumType(name, schema, values, false, hasCheck, length, isCreated, ownCheckName);
  }

  /** Returns this enumeration with a check, of its own name, wherever it is a string. */
  public EnumType checked() {
    return new EnumType(name, schema, values, isNative, true, length, isCreated, ownCheckName);
  }

  /** Returns this enumeration as a type that is there already, so that no table creates it. */
  public EnumType existing() {
    return new EnumType(name, schema, values, isNative, hasCheck, length, false, ownCheckName);
  }

  /** Returns this enumeration with other values. */
  public EnumType withValues(List<String> changed) {
    return new EnumType(name, schema, changed, isNative, hasCheck, null, isCreated, ownCheckName);
  }

  /** Returns the name of the check, or null for none. */
  public @Nullable Name checkName() {
    return ownCheckName == null ? name : ownCheckName;
  }

  /** Returns the name of the database's type, or null. */
  public @Nullable TableName typeName() {
    return name == null ? null : new TableName(schema, name);
  }

  /** Returns how many characters a string needs that can hold each of the values. */
  public int width() {
    return length != null
        ? length
        : values.stream().mapToInt(EnumType::characters).max().orElse(0);
  }

  private static int characters(String value) {
    return value.codePointCount(0, value.length());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.enumeration(this);
  }

  @Override
  public TypeFamily family() {
    return TypeFamily.STRING;
  }
}
