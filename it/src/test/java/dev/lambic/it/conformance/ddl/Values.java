package dev.lambic.it.conformance.ddl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.schema.Expression.Literal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/** Reads row values. */
final class Values {
  private Values() {}

  static Object of(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isObject()) {
      String kind = node.fieldNames().next();
      return tagged(kind, node.get(kind));
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? node.bigIntegerValue() : new BigDecimal(node.asText());
    }
    return node.textValue();
  }

  private static Object tagged(String kind, JsonNode value) {
    return switch (kind) {
      case "$date" -> LocalDate.parse(value.textValue());
      case "$datetime" -> moment(value.textValue());
      case "$time" -> LocalTime.parse(value.textValue());
      case "$decimal" -> new BigDecimal(value.textValue());
      case "$bytes" -> HexFormat.of().parseHex(value.textValue());
      case "$uuid" -> UUID.fromString(value.textValue());
      case "$seconds" -> Duration.ofNanos(value.decimalValue().movePointRight(9).longValue());
      case "$json" -> value.toString();
      case "$inline_literal" -> new Literal(of(value));
      default -> throw new IllegalArgumentException("a value of kind " + kind);
    };
  }

  private static Object moment(String text) {
    return text.matches(".*([+-]\\d\\d:\\d\\d|Z)")
        ? OffsetDateTime.parse(text)
        : LocalDateTime.parse(text);
  }
}
