package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void everyCharacterComesThrough_inAscii() {
    assertThat(Json.of("a\"\\\n\r\t\u0000\u001f\u007f/é\u2028😀\ud800"))
        .isEqualTo(
            "\"a\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007f/\\u00e9\\u2028\\ud83d\\ude00\\ud800\"");
  }

  @Test
  void valuesKeepTheirOrder_andStandInLinesOfTheirOwn() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", Arrays.asList(true, null, List.of(), Map.of()));
    assertThat(Json.of(map)).isEqualTo("""
        {
          "z": 1,
          "a": [
            true,
            null,
            [],
            {}
          ]
        }""");
  }

  @Test
  void otherValues_areRefused() {
    assertThatThrownBy(() -> Json.of('x')).isInstanceOf(IllegalArgumentException.class);
  }
}
