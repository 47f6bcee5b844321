package dev.lambic.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.processor.Workspace.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntityCheckTest {
  @TempDir
  Path directory;

  private Workspace module(Tool tool) {
    return new Workspace(directory, tool)
        .write("com/shop/Account.java", """
            package com.shop;
            @jakarta.persistence.Entity
            public class Account {
              @jakarta.persistence.Id public String email;
              public static final String TABLE = "account";
              public static class Key {}
            }
            """)
        .write("com/shop/Money.java", """
            package com.shop;
            public class Money {
              public static final String TYPE = "money";
            }
            """);
  }

  private Workspace using(Tool tool, String annotations, String body) {
    return module(tool).write("com/acme/V1.java", """
            package com.acme;
            import dev.lambic.*;
            import dev.lambic.operations.Operations;
            import com.shop.*;
            %s@Revision(id = "a")
            public class V1 implements Migration {
            %s
            }
            """.formatted(annotations, body));
  }

  private static String execute(String expression) {
    return "  public void upgrade(Operations op) {\n    op.execute(" + expression + ");\n  }";
  }

  @Test
  void entityInABodyIsFound_atItsName() {
    assertThat(
            using(Tool.JAVAC, "", execute("\"DELETE FROM \" + Account.TABLE")).compile())
        .containsExactly("""
            V1.java:8:33: WARNING [entity-reference] Revision 'a' refers to the entity 'com.shop.Account', which will change under it.
              revision: a (com.acme.V1)
              fix:
                1. name tables and columns, or copy what the revision needs of the entity into it.
                2. or, if it must be so, mark the class @SuppressWarnings("entity-reference").""");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "x" + new Account().email              | 8:26
      com.shop.Account.TABLE                 | 8:24
      Account.class.getName()                | 8:16
      ((Object) "x") instanceof Account ? "" : "y" | 8:42
      """, quoteCharacter = '\'')
  void everyWayToNameAnEntityIsFound(String expression, String place) {
    assertThat(Workspace.headlines(using(Tool.JAVAC, "", execute(expression)).compile()))
        .containsExactly(
            "V1.java:" + place
                + ": WARNING [entity-reference] Revision 'a' refers to the entity 'com.shop.Account', which will change under it.");
  }

  @Test
  void eachEntityIsReportedOnce() {
    assertThat(using(Tool.JAVAC, "", execute("Account.TABLE + Account.TABLE")).compile())
        .hasSize(1);
  }

  @Test
  void classThatIsNoEntityIsFine() {
    assertThat(using(Tool.JAVAC, "", execute("Money.TYPE")).compile()).isEmpty();
    assertThat(using(Tool.JAVAC, "", execute("\"Account\"")).compile()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void entityInASignatureIsFoundByEveryCompiler(Tool tool) {
    String body = "  Account account;\n  public void upgrade(Operations op) {}";
    assertThat(Workspace.headlines(using(tool, "", body).compile()))
        .containsExactly(
            "V1.java:7:" + (tool == Tool.JAVAC ? 3 : 11)
                + ": WARNING [entity-reference] Revision 'a' refers to the entity 'com.shop.Account', which will change under it.");
    assertThat(using(tool, "", body.replace("Account account", "Money money")).compile())
        .isEmpty();
  }

  @Test
  void eclipseShowsNoBodies() {
    assertThat(using(Tool.ECLIPSE, "", execute("Account.TABLE")).compile()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void warningIsSuppressedByItsKey(Tool tool) {
    String body = "  Account account;\n  public void upgrade(Operations op) {}";
    assertThat(
            using(tool, "@SuppressWarnings({\"entity-reference\", \"unused\"}) ", body)
                .compile()
                .stream()
                .filter(said -> said.contains("[entity-reference]")))
        .isEmpty();
  }
}
