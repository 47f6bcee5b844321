package dev.lambic.maven.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.maven.graph.TerminalGraph.Style;
import dev.lambic.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalGraphTest {
  private static String draw(Style style, String... lines) {
    List<String> picture = new TerminalGraph(
            style,
            script -> List.of(script.revision()),
            script -> script.revision().equals("b"))
        .draw(Histories.graph(lines));
    return String.join("\n", picture);
  }

  @Test
  void oneLine() {
    assertThat(draw(Style.UNICODE, "a", "b a", "c b")).isEqualTo("""
        ●  c
        ◉  b
        ●  a""");
  }

  @Test
  void branchAndMerge() {
    String[] history = {"a", "b a", "c a", "d b c", "e d"};
    assertThat(draw(Style.UNICODE, history)).isEqualTo("""
        ●  e
        ●  d
        ├─╮
        ◉ │  b
        │ ●  c
        ├─╯
        ●  a""");
    assertThat(draw(Style.ASCII, history)).isEqualTo("""
        *  e
        *  d
        +-+
        @ |  b
        | *  c
        +-+
        *  a""");
  }

  @Test
  void threeHeads_andAJoinOfThree() {
    assertThat(draw(Style.UNICODE, "a", "b a", "c a", "d a", "e b c d")).isEqualTo("""
        ●  e
        ├─┬─╮
        ◉ │ │  b
        │ ● │  c
        ├─╯ │
        │   ●  d
        ├───╯
        ●  a""");
  }

  @Test
  void dependencyIsDotted() {
    assertThat(draw(Style.UNICODE, "a", "x", "b a", "c b ~x", "y x")).isEqualTo("""
        ●  c
        ├╌╮
        ◉ ┊  b
        ● ┊  a
        ● ┊  y
        ╰─┤
          ●  x""");
    assertThat(draw(Style.ASCII, "a", "x", "b a", "c b ~x")).isEqualTo("""
        *  c
        +.+
        @ :  b
        * :  a
          *  x""");
  }

  @Test
  void severalLinesOfText_haveTheLinesBesideThem() {
    assertThat(new TerminalGraph(
                Style.UNICODE, script -> List.of(script.revision(), "more", ""), script -> false)
            .draw(Histories.graph("a", "b a", "c a")))
        .containsExactly(
            "●  b", "│  more", "│", "│ ●  c", "│ │  more", "│ │", "├─╯", "●  a", "   more", "");
  }

  @Test
  void whatIsNotShown_getsNoLine() {
    List<Script> part = Histories.graph("a", "b a", "c b").subList(0, 2);
    assertThat(new TerminalGraph(Style.ASCII, script -> List.of(script.revision()), script -> false)
            .draw(part))
        .containsExactly("*  c", "*  b");
  }

  @Test
  void largeHistory_staysNarrow_andIsDrawnAtOnce() {
    List<Script> history = Histories.large(2_000).walkRevisions();
    int lanes =
        LaneLayout.of(history).stream().mapToInt(LaneLayout.Row::width).reduce(0, Math::max);
    assertThat(history).hasSize(2_000);
    assertThat(lanes).isLessThan(40);
  }

  @Test
  void everyLineLeadsToWhatIsNeeded() {
    List<Script> history = Histories.large(300).walkRevisions();
    LaneLayoutCheck.check(history);
  }
}
