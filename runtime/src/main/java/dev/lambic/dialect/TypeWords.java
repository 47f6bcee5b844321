package dev.lambic.dialect;

import dev.lambic.schema.SqlType.NativeType;
import dev.lambic.schema.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type as it is written, taken apart.
 *
 * @param name its words in upper case, without what stands in parentheses and without its collation
 * @param arguments what stands in the first parentheses
 * @param collation the collation, as it is written, or null
 */
record TypeWords(
    String name, List<String> arguments, @Nullable String collation) {
  private static final Pattern ARGUMENTS =
      Pattern.compile("\\s*\\(((?:[^()']|'(?:[^']|'')*')*)\\)");
  private static final Pattern ARGUMENT = Pattern.compile("(?:[^,']|'(?:[^']|'')*')+");
  private static final Pattern COLLATION =
      Pattern.compile("(?i)\\s+(?:COLLATE|CHARACTER SET \\S+ COLLATE)\\s+(\\S+)$");

  static TypeWords of(String sql) {
    String text = sql.strip();
    Matcher collate = COLLATION.matcher(text);
    String collation = null;
    if (collate.find()) {
      collation = collate.group(1);
      text = text.substring(0, collate.start());
    }
    Matcher inside = ARGUMENTS.matcher(text);
    List<String> arguments = inside.find() && !inside.group(1).isBlank()
        ? ARGUMENT
            .matcher(inside.group(1))
            .results()
            .map(found -> found.group().strip())
            .toList()
        : List.of();
    String name = ARGUMENTS.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
    return new TypeWords(name.toUpperCase(Locale.ROOT), arguments, collation);
  }

  /** Returns an argument that is a number, or null. */
  @Nullable
  Integer number(int position) {
    if (position >= arguments.size()) {
      return null;
    }
    Matcher digits = Pattern.compile("\\d+").matcher(arguments.get(position));
    return digits.find() && digits.start() == 0 && digits.group().length() < 10
        ? Integer.valueOf(digits.group())
        : null;
  }

  /** Returns the type to the letter, under another name. */
  NativeType as(TypeFamily family, String changed) {
    NativeType type = new NativeType(changed, arguments, "", family);
    return collation == null ? type : type.followedBy("COLLATE " + collation);
  }

  /** Returns the type to the letter. */
  NativeType asWritten() {
    return as(TypeFamily.OTHER, name);
  }
}
