package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lambic.error.EnvironmentException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class HistorySourceTest {
  private static final ClassLoader NO_INDEX = ClassLoader.getPlatformClassLoader();

  @Test
  void moduleWithAnIndex_hasRevisions() throws Exception {
    assertThat(HistorySource.of(ShopProject.compiled().build("upgrade"), NO_INDEX))
        .isEqualTo(HistorySource.MODULE);
  }

  @Test
  void moduleWithoutRevisions_maySeeThoseOfDependencies() throws Exception {
    assertThat(HistorySource.of(ShopProject.empty().build("upgrade"), dependency()))
        .isEqualTo(HistorySource.DEPENDENCIES);
  }

  @Test
  void moduleWithoutRevisions_amongOthers_hasNone() throws Exception {
    assertThat(HistorySource.of(ShopProject.empty().asModule().build("upgrade"), NO_INDEX))
        .isEqualTo(HistorySource.NONE);
  }

  @Test
  void onlyProjectWithoutRevisions_isToldHowToBegin() {
    ProjectBuild build = ShopProject.empty().build("upgrade");

    assertThatThrownBy(() -> HistorySource.of(build, NO_INDEX))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [no-index] Project 'shop' has no revisions.
              where: no class in target/classes is marked @Revision, and no dependency brings revisions
              fix:
                1. let 'mvn migrate:init' write an example.
                2. or write the first one, such as src/main/java/migrations/CreateAccount.java:
                   package migrations;
                  \s
                   import dev.lambic.Migration;
                   import dev.lambic.Revision;
                   import dev.lambic.operations.Operations;
                  \s
                   @Revision(id = "1975ea83b712", message = "create account")
                   public final class CreateAccount implements Migration {
                     @Override
                     public void upgrade(Operations op) {
                       op.execute("CREATE TABLE account (id INTEGER PRIMARY KEY)");
                     }
                   }
                3. or run the goal in the project that has the revisions, or add the jar that has them to the dependencies.""");
  }

  @Test
  void revisionsWithoutTheirIndex_callForTheProcessor() {
    ProjectBuild build = ShopProject.withoutIndex().build("upgrade");

    assertThatThrownBy(() -> HistorySource.of(build, NO_INDEX))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [no-index] 2 classes are marked @Revision, but the annotation processor did not run: no index lists them.
              where: project 'shop', target/classes
              classes:
                shop.AddAccountEmail
                shop.CreateAccount
              fix:
                1. name it in the POM, since from JDK 23 on javac runs no processor that is not named, and run 'mvn clean migrate:upgrade':
                   <plugin>
                     <groupId>org.apache.maven.plugins</groupId>
                     <artifactId>maven-compiler-plugin</artifactId>
                     <configuration>
                       <annotationProcessorPaths>
                         <path>
                           <groupId>dev.lambic</groupId>
                           <artifactId>lambic-processor</artifactId>
                           <version>1.2.3</version>
                         </path>
                       </annotationProcessorPaths>
                     </configuration>
                   </plugin>
                2. if it is there, see that no <proc>none</proc> or '-proc:none' turns it off.""");
  }

  @Test
  void revisionsWithoutTheirIndex_areAnErrorAmongOtherModulesToo() {
    ProjectBuild build = ShopProject.withoutIndex().asModule().build("upgrade");

    assertThatThrownBy(() -> HistorySource.of(build, dependency()))
        .hasMessageStartingWith("[no-index] 2 classes are marked @Revision");
  }

  @Test
  void indexThatListsTheClasses_isFine() throws Exception {
    ShopProject shop = ShopProject.compiled();
    shop.write("META-INF/lambic/revisions", "shop.AddAccountEmail\nshop.CreateAccount\n");
    assertThat(HistorySource.of(shop.build("upgrade"), classesOf(shop)))
        .isEqualTo(HistorySource.MODULE);
  }

  @Test
  void indexThatDoesNotListTheClasses_isNamedWithThem() throws Exception {
    ShopProject shop = ShopProject.compiled();
    shop.write("META-INF/lambic/revisions", "shop.CreateAccount\nshop.Old.In shop.Old$In\n");
    ProjectBuild build = shop.build("upgrade");
    ClassLoader loader = classesOf(shop);

    assertThatThrownBy(() -> HistorySource.of(build, loader))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("""
            [broken-index] The revision index does not agree with the classes: the annotation processor did not see all of them.
              where: project 'shop', target/classes
              not in the index: shop.AddAccountEmail
              in the index, but gone: shop.Old$In
              fix:
                1. build the project anew: 'mvn clean migrate:upgrade'.
                2. if it happens again, see that every tool that compiles the project, such as an editor, runs the annotation processor.""");
  }

  private static ClassLoader classesOf(ShopProject shop) throws Exception {
    URL url = shop.classes().toUri().toURL();
    return new URLClassLoader(new URL[] {url}, HistorySourceTest.class.getClassLoader());
  }

  private static ClassLoader dependency() throws Exception {
    URL url = ShopProject.compiled().classes().toUri().toURL();
    return new URLClassLoader(new URL[] {url}, NO_INDEX);
  }
}
