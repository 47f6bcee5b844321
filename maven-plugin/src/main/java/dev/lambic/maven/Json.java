package dev.lambic.maven;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: maps, lists, strings, numbers, booleans and null, in the order they come in, in ASCII alone, so that it gets
 * through any console.
 */
final class Json {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  static String of(@Nullable Object value) {
    Json json = new Json();
    json.write(value, "\n");
    return json.text.toString();
  }

  private void write(@Nullable Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      write(map, newLine);
    } else if (value instanceof List<?> list) {
      write(list, newLine);
    } else if (value instanceof String string) {
      write(string);
    } else if (value == null || value instanceof Boolean || value instanceof Number) {
      text.append(value);
    } else {
      throw new IllegalArgumentException("JSON has no " + value.getClass());
    }
  }

  private void write(Map<?, ?> map, String newLine) {
    text.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(newLine).append(INDENT);
      write((String) entry.getKey());
      text.append(": ");
      write(entry.getValue(), newLine + INDENT);
      text.append(entries.hasNext() ? "," : newLine);
    }
    text.append('}');
  }

  private void write(List<?> list, String newLine) {
    text.append('[');
    for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
      text.append(newLine).append(INDENT);
      write(values.next(), newLine + INDENT);
      text.append(values.hasNext() ? "," : newLine);
    }
    text.append(']');
  }

  private void write(String string) {
    text.append('"');
    string.chars().forEach(character -> write((char) character));
    text.append('"');
  }

  private void write(char character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (character >= ' ' && character < 0x7f) {
          text.append(character);
        } else {
          text.append("\\u").append(HexFormat.of().toHexDigits(character));
        }
      }
    }
  }
}
