package dev.lambic.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlComparisonTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      a  AND  B          | A and b
      ((n > 0))          | n>0
      "name" = 'X'       | NAME = 'X'
      `n` * 2            | N*2
      """)
  void blanksCaseQuotesAndParenthesesMakeNoDifference(String left, String right) {
    assertThat(SqlComparison.comparable(left)).isEqualTo(SqlComparison.comparable(right));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      'x'                | 'X'
      'a b'              | 'ab'
      (a) and (b)        | a and b
      "Name"             | "name"
      ab                 | a b
      """)
  void otherThingsDo(String left, String right) {
    assertThat(SqlComparison.comparable(left)).isNotEqualTo(SqlComparison.comparable(right));
  }
}
