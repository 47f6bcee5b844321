package dev.lambic.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.script.RebasePlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentEditTest {
  @TempDir
  Path root;

  private SourceModule module;

  @BeforeEach
  void create() {
    module = new SourceModule(root)
        .revision("Base", "id = \"base1\"")
        .revision("Ours", "id = \"ours\", downRevision = \"base1\"");
  }

  private void rebase(String head, String onto) {
    RebasePlan plan = module.scripts().rebasePlan(head, onto, List.of());
    ParentEdit.apply(plan, module.history(), StandardCharsets.UTF_8);
  }

  private void editsTheirs(String before, String after) {
    module.write("com/acme/Theirs.java", before);
    rebase("theirs", "ours");
    assertThat(module.read("com/acme/Theirs.java")).isEqualTo(after);
    assertThat(module.scripts().getHeads()).containsExactly("theirs");
  }

  @Test
  void theValueChanges_andNotABlankElse() {
    String source = """
        package com.acme;
        import dev.lambic.*;   // \t blanks
        /* downRevision = "base1" */
        @Deprecated @dev.lambic.Revision( message="downRevision = \\"base1\\"",
          downRevision\t= /* here */ "base1" /* there */,id="theirs" )
        public class Theirs implements Migration {\r
          public void upgrade(dev.lambic.operations.Operations op) { String s = "base1"; }
        }""";
    editsTheirs(source, source.replace("/* here */ \"base1\"", "/* here */ \"ours\""));
  }

  @Test
  void nestedClassIsFound() {
    String source = """
        package com.acme;
        import dev.lambic.*;
        class Theirs {
          @Revision(id = "theirs", downRevision = {"base1"})
          static class In implements Migration {
            public void upgrade(dev.lambic.operations.Operations op) {}
          }
        }
        """;
    editsTheirs(source, source.replace("{\"base1\"}", "{\"ours\"}"));
  }

  @Test
  void revisionWithoutParent_getsOne_inItsOwnLine() {
    String source = """
        package com.acme;
        import dev.lambic.*;
        @Revision(
            id = "theirs",
            message = "x")
        public class Theirs implements Migration {
          public void upgrade(dev.lambic.operations.Operations op) {}
        }
        """;
    editsTheirs(
        source, source.replace("\"theirs\",\n", "\"theirs\",\n    downRevision = \"ours\",\n"));
  }

  @Test
  void revisionWithoutParent_getsOne_inTheSameLine() {
    module.revision("Theirs", "id = \"theirs\"");
    rebase("theirs", "ours");
    assertThat(module.read("com/acme/Theirs.java"))
        .contains("@Revision(id = \"theirs\", downRevision = \"ours\")");
  }

  @Test
  void ofSeveralRevisions_theLowestIsEdited() {
    module
        .revision("First", "id = \"first\", downRevision = \"base1\"")
        .revision("Second", "id = \"second\", downRevision = \"first\"")
        .revision("Third", "id = \"third\", downRevision = \"second\"");
    String second = module.read("com/acme/Second.java");

    rebase("third", "ours");

    assertThat(module.read("com/acme/First.java")).contains("downRevision = \"ours\"");
    assertThat(module.read("com/acme/Second.java")).isEqualTo(second);
    assertThat(module.scripts().getHeads()).containsExactly("third");
    module.compiles();
  }

  @Test
  void mergeOfSharedRevisions_getsOneParentForThem() {
    module
        .revision("Other", "id = \"other\", downRevision = \"base1\"")
        .revision("Join", "id = \"join\", downRevision = {\"ours\", \"other\"}")
        .revision("Theirs", "id = \"theirs\", downRevision = {\"ours\", \"other\"}");
    rebase("theirs", "join");
    assertThat(module.read("com/acme/Theirs.java")).contains("downRevision = \"join\")");
  }

  @Test
  void constant_isNotEdited() {
    module.write(
        "com/acme/Ids.java", "package com.acme; interface Ids { String BASE = \"base1\"; }");
    module.revision("Theirs", "id = \"theirs\", downRevision = Ids.BASE");
    String before = module.read("com/acme/Theirs.java");

    assertThatThrownBy(() -> rebase("theirs", "ours"))
        .hasMessage("""
        [fixed-parent] 'downRevision' cannot be edited: 'Ids.BASE' is no literal.
          file: %s
          revision: theirs (com.acme.Theirs)
          fix: write the ids there as literals, or edit it by hand.""".formatted(root.resolve("com/acme/Theirs.java")));
    assertThat(module.read("com/acme/Theirs.java")).isEqualTo(before);
  }

  @Test
  void bytesOfAnotherEncoding_areNotTouched() throws Exception {
    module.revision("Theirs", "id = \"theirs\", downRevision = \"base1\", message = \"f\u00fcr\"");
    Path file = root.resolve("com/acme/Theirs.java");
    byte[] latin = module.read("com/acme/Theirs.java").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, latin);

    assertThatThrownBy(() -> rebase("theirs", "ours")).hasMessage("""
        [unreadable-source] The file has bytes that are no characters in UTF-8.
          file: %s
          fix: let 'project.build.sourceEncoding' name the encoding that the file has.""".formatted(file));
    assertThat(Files.readAllBytes(file)).isEqualTo(latin);
  }

  @Test
  void sourceThatIsNotJava_isShown() {
    module.revision("Theirs", "id = \"theirs\", downRevision = ");
    assertThatThrownBy(module::history).hasMessage("""
        [unreadable-source] The revisions cannot be read from their sources.
          javac says: com/acme/Theirs.java:6: illegal start of expression
          fix: correct the sources.""");
  }
}
