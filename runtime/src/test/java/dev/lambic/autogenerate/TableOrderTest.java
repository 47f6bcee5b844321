package dev.lambic.autogenerate;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableOrderTest {

  /** Returns a table, described as {@code name -> referent referent}. */
  private static Table table(String description) {
    String[] words = description.split("[ >-]+");
    List<TableElement> elements = new ArrayList<>(List.of(column("id", integer())));
    Stream.of(words)
        .skip(1)
        .forEach(referent -> elements.add(foreignKey("id").references(referent, "id")));
    return Table.of(words[0], elements.toArray(new TableElement[0]));
  }

  private static TableOrder order(Stream<String> descriptions) {
    return new TableOrder(descriptions.map(TableOrderTest::table).toList(), TableName::toString);
  }

  private static List<String> names(TableOrder order) {
    return order.sorted().stream().map(table -> table.name().toString()).toList();
  }

  /** Returns the references that lead to a table which comes later. */
  private static List<String> ahead(TableOrder order) {
    return order.sorted().stream()
        .flatMap(table -> table.foreignKeys().stream()
            .filter(key -> order.leadsAhead(table, key))
            .map(key -> table.name() + " -> " + key.referent()))
        .toList();
  }

  @Test
  void tablesComeInLayers_byNameWithinEach() {
    TableOrder order = order(Stream.of("a -> c", "b", "c", "d -> b", "e -> a d"));
    assertThat(names(order)).containsExactly("b", "c", "a", "d", "e");
    assertThat(ahead(order)).isEmpty();
  }

  @Test
  void aTableThatRefersToItselfOrToOneElsewhere_waitsForNothing() {
    assertThat(names(order(Stream.of("a -> a", "b -> elsewhere", "c -> a"))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void tablesInACircle_comeBeforeThoseThatOnlyWaitForIt() {
    TableOrder order = order(Stream.of("a -> x", "b -> z", "x -> y", "y -> x", "z"));
    assertThat(names(order)).containsExactly("z", "b", "x", "y", "a");
    assertThat(ahead(order)).containsExactly("x -> y");
  }

  @Test
  void whatLiesBetweenTwoCircles_isInNeither() {
    TableOrder order = order(Stream.of("a -> b", "b -> a m", "m -> y", "y -> z", "z -> y"));
    assertThat(names(order)).containsExactly("a", "y", "z", "m", "b");
    assertThat(ahead(order)).containsExactly("a -> b", "y -> z");
  }

  @Test
  void aLongChain_isSorted() {
    TableOrder order =
        order(IntStream.range(0, 20_000).mapToObj(i -> "t%05d -> t%05d".formatted(i, i + 1)));
    assertThat(names(order)).startsWith("t19999", "t19998").endsWith("t00001", "t00000");
  }

  @Test
  void aLongCircle_isBrokenOnce() {
    TableOrder order = order(IntStream.range(0, 20_000)
        .mapToObj(i -> "t%05d -> t%05d".formatted(i, (i + 1) % 20_000)));
    assertThat(names(order)).startsWith("t00000", "t00001").hasSize(20_000);
    assertThat(ahead(order)).hasSize(19_999);
  }
}
