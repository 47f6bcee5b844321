package dev.lambic.processor;

import static dev.lambic.processor.Compiled.compile;
import static dev.lambic.processor.Compiled.compileForked;
import static dev.lambic.processor.Compiled.revision;
import static dev.lambic.processor.Compiled.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCheckTest {
  private static final String UPGRADE = "public void upgrade(Operations op) {}";

  /** The errors for a file of package {@code com.acme}, where its index will be. */
  private static List<String> errors(String body) {
    return compile(source("V1", body)).errors();
  }

  /** The errors for a file of package {@code com.acme.more}, with the index in {@code com.acme}. */
  private static List<String> errorsInAnotherPackage(String body) {
    JavaFileObject beside = revision("V0", "id = \"0\"");
    return compileForked(beside, source("com.acme.more", "V1", body)).errors();
  }

  private static void isFine(String body) {
    compile(source("V1", body)).withoutComplaint();
  }

  @Test
  void interfaceIsNoRevision() {
    assertThat(errors("@Revision(id = \"a\") interface V1 extends Migration {}"))
        .containsExactly("""
            V1.java:4:1: [annotation-not-on-class] @Revision is on the interface 'com.acme.V1'; only a class can be a revision.
              fix: make it a class that implements Migration, or remove @Revision.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enum V1 {}", "@interface V1 {}"})
  void onlyAClassIsARevision(String type) {
    assertThat(errors("@Revision(id = \"a\") " + type))
        .singleElement()
        .asString()
        .contains("[annotation-not-on-class] @Revision is on the ");
  }

  @Test
  void recordMayBeARevision() {
    isFine("@Revision(id = \"a\") record V1() implements Migration { " + UPGRADE + " }");
  }

  @Test
  void recordWithComponentsNeedsAConstructorWithout() {
    assertThat(errors(
            "@Revision(id = \"a\") record V1(int x) implements Migration { " + UPGRADE + " }"))
        .containsExactly("""
            V1.java:4:21: [class-without-constructor] Revision class 'com.acme.V1' has no constructor without parameters.
              fix: add one.""");
    isFine("@Revision(id = \"a\") record V1(int x) implements Migration { V1() { this(1); } "
        + UPGRADE + " }");
  }

  @Test
  void genericClassMayBeARevision() {
    isFine("@Revision(id = \"a\") class V1<T extends Comparable<T>> implements Migration { "
        + UPGRADE + " }");
  }

  @Test
  void deprecatedClassMayBeARevision() {
    isFine("@Deprecated(forRemoval = true) @Revision(id = \"a\") class V1 implements Migration { "
        + UPGRADE + " }");
  }

  @Test
  void classMustBeConcrete() {
    assertThat(
            errors(
                "@Revision(id = \"a\") abstract class V1 implements Migration { protected V1(int x) {} }"))
        .containsExactly("""
            V1.java:4:30: [class-not-concrete] Revision class 'com.acme.V1' is abstract.
              fix: remove 'abstract', or move @Revision to a class that extends it.""");
  }

  @Test
  void nestedClassMustBeStatic() {
    String inner =
        "class V1 { @Revision(id = \"a\") class In implements Migration { " + UPGRADE + " } }";
    assertThat(errors(inner)).containsExactly("""
            V1.java:4:32: [class-not-static] Revision class 'com.acme.V1.In' exists only within an instance of 'com.acme.V1'.
              fix: make it static, or move it to a file of its own.""");
    isFine(inner.replace("class In", "static class In"));
  }

  @Test
  void nestedClassMustNotBePrivate() {
    String nested =
        "class V1 { @Revision(id = \"a\") private static class In implements Migration { " + UPGRADE
            + " } }";
    assertThat(errors(nested)).containsExactly("""
            V1.java:4:47: [class-not-accessible] Revision class 'com.acme.V1.In' is private.
              fix: remove 'private' from the class.""");
    isFine(nested.replace("private ", "protected "));
  }

  @Test
  void nestedClassMustNotBeInsideAPrivateOne() {
    assertThat(errors(
            "class V1 { private interface Mid { @Revision(id = \"a\") class In implements Migration { "
                + UPGRADE + " } } }"))
        .containsExactly("""
            V1.java:4:56: [class-not-accessible] Revision class 'com.acme.V1.Mid.In' is inside 'com.acme.V1.Mid', which is private.
              fix: remove 'private' from 'Mid'.""");
  }

  @Test
  void classOutsideThePackageOfTheIndexMustBePublic() {
    String body = "@Revision(id = \"a\") class V1 implements Migration { " + UPGRADE + " }";
    assertThat(errorsInAnotherPackage(body)).containsExactly("""
            V1.java:4:21: [class-not-accessible] Revision class 'com.acme.more.V1' is not public, but the revision index is in another package.
              class in: package 'com.acme.more'
              index in: package 'com.acme'
              fix:
                1. make the class public.
                2. move it to package 'com.acme'.""");
    assertThat(errorsInAnotherPackage(body.replace("class V1", "public class V1")))
        .isEmpty();
    isFine(body);
  }

  @Test
  void allAroundAClassOutsideThePackageOfTheIndexMustBePublic() {
    assertThat(errorsInAnotherPackage(
            "class V1 { @Revision(id = \"a\") public static class In implements Migration { "
                + UPGRADE + " } }"))
        .containsExactly("""
            V1.java:4:46: [class-not-accessible] Revision class 'com.acme.more.V1.In' is inside 'com.acme.more.V1', which is not public, but the revision index is in another package.
              class in: package 'com.acme.more'
              index in: package 'com.acme'
              fix:
                1. make 'V1' public.
                2. move it to package 'com.acme'.""");
  }

  @Test
  void classInNoPackageIsOutOfReachForOtherPackages() {
    JavaFileObject beside = revision("V0", "id = \"0\"");
    JavaFileObject loner = source(
        "", "V1", "@Revision(id = \"a\") public class V1 implements Migration { " + UPGRADE + " }");
    assertThat(compile(beside, loner).errors()).containsExactly("""
            V1.java:4:28: [class-not-accessible] Revision class 'V1' is in no package, but other revisions are in one.
              index in: package 'com.acme'
              fix: move the class to a package.""");
    compile(loner).withoutComplaint();
  }

  @Test
  void classMustBeAMigration() {
    assertThat(errors("@Revision(id = \"a\") class V1 { " + UPGRADE + " }")).containsExactly("""
            V1.java:4:21: [class-not-a-migration] Revision class 'com.acme.V1' does not implement 'dev.lambic.Migration'.
              fix: add 'implements Migration', or remove @Revision.""");
    isFine(
        "abstract class Base implements Migration {} @Revision(id = \"a\") class V1 extends Base { "
            + UPGRADE + " }");
  }

  @Test
  void classNeedsAConstructorWithoutParameters() {
    String body = "@Revision(id = \"a\") class V1 implements Migration { V1(String... x) {} "
        + UPGRADE + " }";
    assertThat(errors(body)).containsExactly("""
            V1.java:4:21: [class-without-constructor] Revision class 'com.acme.V1' has no constructor without parameters.
              fix: add one.""");
    isFine(body.replace("String... x", ""));
  }

  @Test
  void constructorMustNotBePrivate() {
    assertThat(errors("@Revision(id = \"a\") class V1 implements Migration {\n  private V1() {}\n"
            + UPGRADE + " }"))
        .containsExactly("""
            V1.java:5:11: [class-without-constructor] The constructor of revision class 'com.acme.V1' is private.
              fix: remove 'private'.""");
  }

  @Test
  void constructorOutsideThePackageOfTheIndexMustBePublic() {
    assertThat(errorsInAnotherPackage(
            "@Revision(id = \"a\") public class V1 implements Migration {\n  protected V1() {}\n"
                + UPGRADE + " }"))
        .containsExactly("""
            V1.java:5:13: [class-without-constructor] The constructor of revision class 'com.acme.more.V1' is not public, but the revision index is in another package.
              class in: package 'com.acme.more'
              index in: package 'com.acme'
              fix: make the constructor public.""");
  }

  @Test
  void constructorMustNotThrowCheckedExceptions() {
    String body =
        "@Revision(id = \"a\") class V1 implements Migration {\n  V1() throws java.io.IOException, RuntimeException {}\n"
            + UPGRADE + " }";
    assertThat(errors(body)).containsExactly("""
            V1.java:5:3: [class-without-constructor] The constructor of revision class 'com.acme.V1' throws 'java.io.IOException'.
              fix: catch the exception in the constructor, or move the work to 'upgrade'.""");
    isFine(body.replace("java.io.IOException", "Error"));
  }

  @Test
  void annotationNeedsAnId() {
    assertThat(errors("@Revision class V1 implements Migration { " + UPGRADE + " }"))
        .containsExactly("""
            V1.java:4:1: annotation @dev.lambic.Revision is missing a default value for the element 'id'""");
  }
}
