package dev.lambic.source;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values that are not of this project, and any record by its constructor. */
final class ValueCode {
  /** A class file takes no constant of more than 65,535 bytes, and a character may need three. */
  private static final int LONGEST_CONSTANT = 20_000;

  private static final int MOST_ENTRIES = 10;

  private static final List<Class<?>> PARSED = List.of(
      LocalDate.class,
      LocalTime.class,
      LocalDateTime.class,
      OffsetTime.class,
      OffsetDateTime.class,
      ZonedDateTime.class,
      Instant.class,
      Duration.class);

  private final Function<@Nullable Object, Code> parts;

  /**
   * @param parts writes what collections and records are made of
   */
  ValueCode(Function<@Nullable Object, Code> parts) {
    this.parts = parts;
  }

  /**
   * Returns the expression that makes a value equal to the one given.
   *
   * @throws EnvironmentException if none is known
   */
  Code of(@Nullable Object value) {
    if (value == null) {
      return Code.text("null");
    }
    if (value instanceof String text) {
      return string(text);
    }
    if (value instanceof Boolean || value instanceof Integer) {
      return Code.text(value.toString());
    }
    if (value instanceof Character character) {
      return Code.text(JavaText.literal((char) character));
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Enum<?> constant && isVisible(constant.getDeclaringClass())) {
      return Code.constant(constant.getDeclaringClass(), constant.name());
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof byte[] bytes) {
      return Code.call(HexFormat.class, "of")
          .dot("parseHex", string(HexFormat.of().formatHex(bytes)));
    }
    if (value instanceof UUID) {
      return Code.call(UUID.class, "fromString", string(value.toString()));
    }
    if (PARSED.contains(value.getClass())) {
      return Code.call(value.getClass(), "parse", string(value.toString()));
    }
    if (value instanceof Record made) {
      return construction(made);
    }
    throw unknown(value);
  }

  private static Code string(String text) {
    if (text.length() <= LONGEST_CONSTANT) {
      return Code.string(text);
    }
    List<Code> arguments = new ArrayList<>(List.of(Code.string("")));
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(start + LONGEST_CONSTANT, text.length());
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        end--;
      }
      arguments.add(Code.string(text.substring(start, end)));
      start = end;
    }
    return Code.call(String.class, "join", arguments.toArray(Code[]::new));
  }

  private static Code number(Number number) {
    if (number instanceof Long) {
      return Code.text(number + "L");
    }
    if (number instanceof Short || number instanceof Byte) {
      String type = number instanceof Short ? "short" : "byte";
      return Code.text("(" + type + ") " + number);
    }
    if (number instanceof Double real && Double.isFinite(real)) {
      return Code.text(number.toString());
    }
    if (number instanceof Float real && Float.isFinite(real)) {
      return Code.text(number + "f");
    }
    if (number instanceof BigDecimal || number instanceof BigInteger) {
      return Code.create(number.getClass(), List.of(string(number.toString())));
    }
    throw unknown(number);
  }

  private Code list(List<?> list) {
    Code[] elements = list.stream().map(parts).toArray(Code[]::new);
    if (list.stream().noneMatch(Objects::isNull)) {
      return Code.call(List.class, "of", elements);
    }
    return elements.length == 1
        ? Code.call(Collections.class, "singletonList", elements)
        : Code.call(Arrays.class, "asList", elements);
  }

  /** The order of {@code Map.of} differs from run to run, so that several entries are sorted. */
  private Code map(Map<?, ?> map) {
    boolean isShort = map.size() <= MOST_ENTRIES;
    Code[] entries = map.entrySet().stream()
        .flatMap(entry -> {
          Code key = parts.apply(entry.getKey());
          Code value = parts.apply(entry.getValue());
          return isShort
              ? Stream.of(key, value)
              : Stream.of(Code.call(Map.class, "entry", key, value));
        })
        .toArray(Code[]::new);
    Code unsorted = Code.call(Map.class, isShort ? "of" : "ofEntries", entries);
    return map.size() < 2 ? unsorted : Code.createGeneric(TreeMap.class, unsorted);
  }

  /** Returns the call of a record's own constructor. */
  Code construction(Record made) {
    Class<?> type = made.getClass();
    RecordComponent[] components = type.getRecordComponents();
    List<Code> arguments = new ArrayList<>();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      if (!isVisible(type) || !Modifier.isPublic(constructor.getModifiers())) {
        throw unknown(made);
      }
      for (RecordComponent component : components) {
        arguments.add(parts.apply(component.getAccessor().invoke(made)));
      }
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("a public record shows what it is made of", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type.getName() + " does not say what it is made of", e);
    }
    return Code.create(type, arguments);
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> one = type; one != null; one = one.getEnclosingClass()) {
      if (!Modifier.isPublic(one.getModifiers()) || one.isAnonymousClass() || one.isLocalClass()) {
        return false;
      }
    }
    return true;
  }

  private static EnvironmentException unknown(Object value) {
    Class<?> type = value.getClass();
    return new EnvironmentException(Problem.of(
            ProblemId.UNKNOWN_SOURCE_FORM,
            "Nothing says how a value of " + type.getTypeName() + " is written in Java.")
        .with("value", String.valueOf(value))
        .fix("make the class a public record: such a one is written as 'new " + type.getSimpleName()
            + "(...)'.")
        .fix("or write it yourself, with 'renderItem' of AutogenerateOptions."));
  }
}
