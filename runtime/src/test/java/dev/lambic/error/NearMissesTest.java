package dev.lambic.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {
  @Test
  void theClosestComesFirst() {
    assertThat(NearMisses.of("27c6a3", List.of("27c6b4", "27c6a4", "990000")))
        .containsExactly("27c6a4", "27c6b4");
  }

  @Test
  void aSwappedPairIsOneDifference() {
    assertThat(NearMisses.of("haed", List.of("head"))).containsExactly("head");
  }

  @Test
  void upToAThirdOfTheLengthMayDiffer() {
    assertThat(NearMisses.of("abcdef", List.of("abcdxx", "abcxxx"))).containsExactly("abcdxx");
  }

  @Test
  void aShortNameMayDifferInOneCharacter() {
    assertThat(NearMisses.of("ab", List.of("ax", "xy"))).containsExactly("ax");
  }

  @Test
  void equallyCloseNamesKeepTheirOrder() {
    assertThat(NearMisses.of("aaaa", List.of("aaab", "aaac", "aaad", "aaae")))
        .containsExactly("aaab", "aaac", "aaad");
  }
}
