package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class PomSetupTest {
  private static String complete(String pom) {
    return PomSetup.of(new MavenProject(new Model()), "1.2", pom).text();
  }

  @Test
  void whatIsThere_staysDownToTheBlanks_andWhatIsMissingGoesWhereItBelongs() {
    String pom = """
        <?xml version="1.0"?>
        <!-- <dependencies> -->
        <project a="/>" >
            <dependencyManagement><dependencies></dependencies></dependencyManagement>
            <dependencies>
                <dependency>
                    <artifactId>h2</artifactId>\t
                </dependency>
            </dependencies>
            <build>
                <pluginManagement><plugins/></pluginManagement>
                <plugins>
                    <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                            <parameters>true</parameters>
                        </configuration>
                    </plugin>
                </plugins>
            </build>
        </project>
        """;
    assertThat(complete(pom)).isEqualTo("""
        <?xml version="1.0"?>
        <!-- <dependencies> -->
        <project a="/>" >
            <dependencyManagement><dependencies></dependencies></dependencyManagement>
            <dependencies>
                <dependency>
                    <artifactId>h2</artifactId>\t
                </dependency>
                <dependency>
                  <groupId>dev.lambic</groupId>
                  <artifactId>lambic-runtime</artifactId>
                  <version>1.2</version>
                </dependency>
            </dependencies>
            <build>
                <pluginManagement><plugins/></pluginManagement>
                <plugins>
                    <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                            <parameters>true</parameters>
                            <annotationProcessorPaths>
                                <path>
                                  <groupId>dev.lambic</groupId>
                                  <artifactId>lambic-processor</artifactId>
                                  <version>1.2</version>
                                </path>
                            </annotationProcessorPaths>
                        </configuration>
                    </plugin>
                    <plugin>
                      <groupId>dev.lambic</groupId>
                      <artifactId>migrate-maven-plugin</artifactId>
                      <version>1.2</version>
                    </plugin>
                </plugins>
            </build>
        </project>
        """);
  }

  @Test
  void emptyElements_andOtherLineEnds() {
    String pom = "<project>\r\n\t<dependencies/>\r\n</project>\r\n";
    String completed = complete(pom);
    assertThat(completed)
        .startsWith("<project>\r\n\t<dependencies>\r\n\t\t<dependency>\r\n")
        .contains("\t</dependencies>\r\n\t<build>\r\n\t\t<plugins>\r\n");
    assertThat(completed.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void completePom_isNotChanged() {
    String completed = complete("<project>\n</project>\n");
    PomSetup again = PomSetup.of(new MavenProject(new Model()), "1.2", completed);
    assertThat(again.added()).isEmpty();
    assertThat(again.text()).isEqualTo(completed);
  }
}
