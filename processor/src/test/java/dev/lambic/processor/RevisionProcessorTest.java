package dev.lambic.processor;

import static dev.lambic.processor.Compiled.compile;
import static dev.lambic.processor.Compiled.revision;
import static dev.lambic.processor.Compiled.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.script.ScriptDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionProcessorTest {
  private static final JavaFileObject FIRST = revision("V1", "id = \"a\"");
  private static final JavaFileObject SECOND = revision("V2", "id = \"b\", downRevision = \"a\"");
  private static final JavaFileObject ON_BASE =
      source("V1", "@Revision(id = \"a\") public class V1 extends Base {}");
  private static final JavaFileObject BASE = source("Base", """
      abstract class Base implements Migration {
        @Override public void upgrade(Operations op) {}
        @Override public void downgrade(Operations op) {}
      }
      """);
  private static final JavaFileObject WITH_CONSTANT = source("V1", """
      @Revision(id = Ids.FIRST)
      public class V1 implements Migration {
        @Override public void upgrade(Operations op) {}
      }
      """);
  private static final JavaFileObject CONSTANT =
      source("Ids", "interface Ids { String FIRST = \"a\"; }");

  @TempDir
  Path directory;

  @Test
  void javacAndGradleFindTheProcessor() throws IOException {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(RevisionProcessor.class);
    try (InputStream in = RevisionProcessor.class.getResourceAsStream(
        "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("dev.lambic.processor.RevisionProcessor,aggregating\n");
    }
  }

  @Test
  void withoutRevisionsThereIsNoIndex() {
    Compiled compiled = compile(source("Other", "@Deprecated class Other {}")).withoutComplaint();
    assertThat(compiled.generatedNames()).isEmpty();
    assertThat(compiled.services()).isEmpty();
  }

  @Test
  void afterAnErrorThereIsNoIndex() {
    JavaFileObject orphan = revision("V2", "id = \"b\", downRevision = \"x\"");
    List<Processor> unableToWrite =
        List.of(new BrokenFiler(new RevisionProcessor(), new ArithmeticException()));
    assertThat(Compiled.with(unableToWrite, List.of(FIRST, orphan)).errors())
        .singleElement()
        .asString()
        .contains("[missing-parent]");
  }

  @Test
  void theProcessorsAfterItSeeTheAnnotation() {
    GeneratingProcessor other = new GeneratingProcessor(1, source("Other", "class Other {}"));
    List<Processor> ours = List.of(new RevisionProcessor(), other);
    assertThat(Compiled.with(ours, List.of(FIRST)).withoutComplaint().generatedNames())
        .contains("com/acme/Other.java");
  }

  @Test
  void revisionGeneratedInALaterRoundGetsAnIndexOfItsOwn() throws IOException {
    Compiled compiled =
        compile(List.of(FIRST), new GeneratingProcessor(1, SECOND)).withoutComplaint();
    assertThat(compiled.services().lines()).hasSize(2);
    assertThat(heads(compiled)).containsExactly("b");
  }

  @Test
  void revisionGeneratedTwoRoundsLaterIsNotLeftOut() throws IOException {
    Compiled compiled =
        compile(List.of(FIRST), new GeneratingProcessor(2, SECOND)).withoutComplaint();
    assertThat(heads(compiled)).containsExactly("b");
  }

  @Test
  void parentMayBeGenerated() throws IOException {
    Compiled compiled =
        compile(List.of(SECOND), new GeneratingProcessor(1, FIRST)).withoutComplaint();
    assertThat(compiled.services().lines()).hasSize(1);
    assertThat(heads(compiled)).containsExactly("b");
  }

  @Test
  void superclassMayBeGenerated() throws IOException {
    Compiled compiled =
        compile(List.of(ON_BASE), new GeneratingProcessor(1, BASE)).withoutComplaint();
    assertThat(heads(compiled)).containsExactly("a");
  }

  @Test
  void constantInTheAnnotationMayBeGenerated() throws IOException {
    Compiled compiled =
        compile(List.of(WITH_CONSTANT), new GeneratingProcessor(1, CONSTANT)).withoutComplaint();
    assertThat(heads(compiled)).containsExactly("a");
  }

  private List<String> heads(Compiled compiled) throws IOException {
    try (RecordingLoader loader = compiled.load(directory)) {
      return ScriptDirectory.load(loader).getHeads();
    }
  }

  @Test
  void generatedRevisionWithATakenIdIsAnErrorOnBoth() {
    JavaFileObject rival = revision("V9", "id = \"a\"");
    assertThat(compile(List.of(FIRST), new GeneratingProcessor(1, rival)).errors())
        .containsExactly("""
            V1.java:4:16: [duplicate-revision] Two classes are the revision 'a'.
              first: com.acme.V1
              second: com.acme.V9
              fix: give the newer of the two an id of its own.""", """
            V9.java:4:16: [duplicate-revision] Two classes are the revision 'a'.
              first: com.acme.V1
              second: com.acme.V9
              fix: give the newer of the two an id of its own.""");
  }

  @Test
  void superclassThatNobodyGeneratesIsReported() {
    JavaFileObject another =
        source("V2", "@Revision(id = \"b\", downRevision = \"a\") public class V2 extends Base {}");
    assertThat(compile(ON_BASE, another).errors()).containsExactly("""
            V1.java:4:45: cannot find symbol
            symbol: class Base""", """
            V2.java:4:65: cannot find symbol
            symbol: class Base""", """
            V1.java:4:28: [missing-type] The revision index cannot be written: 'Base' does not exist.
              needed by: com.acme.V1, com.acme.V2
              fix:
                1. correct the name, or bring back what it names.
                2. if a processor generates it: have that processor run in this compilation, too.""");
  }

  @Test
  void superclassGeneratedInTheLastRoundComesTooLate() {
    GeneratingProcessor late = new GeneratingProcessor(GeneratingProcessor.LAST, BASE);
    assertThat(compile(List.of(ON_BASE), late).errors()).containsExactly("""
            V1.java:4:45: cannot find symbol
            symbol: class Base""", """
            V1.java:4:28: [missing-type] The revision index cannot be written: 'Base' does not exist.
              needed by: com.acme.V1
              fix:
                1. correct the name, or bring back what it names.
                2. if a processor generates it: have that processor run in this compilation, too.""");
  }

  @Test
  void valueThatNobodyGeneratesIsReported_andNotThatItsRevisionIsMissing() {
    assertThat(compile(WITH_CONSTANT, SECOND).errors()).containsExactly("""
            V1.java:4:16: cannot find symbol
            symbol: variable Ids""", """
            V1.java:5:8: [missing-type] The revision index cannot be written: the constant in 'id' does not exist.
              needed by: com.acme.V1
              fix:
                1. correct the name, or bring back what it names.
                2. if a processor generates it: have that processor run in this compilation, too.""");
  }

  @Test
  void afterAnotherProcessorsErrorWhatIsMissingIsLeftToTheCompiler() {
    FailingProcessor failing = new FailingProcessor();
    assertThat(compile(List.of(ON_BASE, SECOND), failing).errors())
        .containsExactly("somebody else's error", """
            V1.java:4:45: cannot find symbol
            symbol: class Base""");
  }

  @Test
  void bugIsReportedAndNotThrown() {
    RevisionProcessor processor = new RevisionProcessor();
    List<Processor> broken = List.of(new BrokenFiler(processor, new ArithmeticException("oops")));
    assertThat(Compiled.with(broken, List.of(FIRST)).errors())
        .map(error -> error.replaceAll("(?m)^ +(at |\\.\\.\\.).*\n", ""))
        .containsExactly("""
            [processor-failed] Lambic's annotation processor failed; this is a bug in Lambic.
              cause:
                java.lang.ArithmeticException: oops
              fix: report this whole text to Lambic's issue tracker.""");
  }

  @Test
  void fullDiskIsReported() {
    RevisionProcessor processor = new RevisionProcessor();
    List<Processor> broken =
        List.of(new BrokenFiler(processor, new IOException("No space left on device")));
    assertThat(Compiled.with(broken, List.of(FIRST)).errors()).containsExactly("""
            [processor-failed] The compiler cannot write 'com.acme.RevisionIndex_829a17d5'.
              cause: java.io.IOException: No space left on device
              fix: make sure that the output directory can be written to and has space left.""");
  }
}
