package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goals that compare a database with a model, or take it for one. */
class ModelGoalsTest extends GoalTest {
  ModelGoalsTest() {
    shop.add("shop/ShopModel.class");
  }

  private void applied() throws Exception {
    source("CreateAccount", "id = \"1975ea83b712\"");
    source("AddAccountEmail", "id = \"27c6a30d7c24\", downRevision = \"1975ea83b712\"");
    execute("CREATE TABLE account (id INTEGER PRIMARY KEY, email VARCHAR(320))");
    stand("27c6a30d7c24");
  }

  private void stand(String id) throws Exception {
    execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
    execute("INSERT INTO alembic_version VALUES ('" + id + "')");
  }

  private void source(String name, String attributes) {
    shop.writeSource("shop/" + name + ".java", """
        package shop;
        import dev.lambic.*;
        @Revision(%s)
        public class %s implements Migration {
          public void upgrade(dev.lambic.operations.Operations op) {}
        }
        """.formatted(attributes, name));
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(shop.project.getBasedir().toPath().resolve("src"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "autogenerate", value = "true")
  @MojoParameter(name = "targetMetadata", value = "shop.ShopModel")
  @MojoParameter(name = "message", value = "add account.name")
  @MojoParameter(name = "revId", value = "3f0b8c51d9e6")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  void autogenerateWritesWhatMakesUpForTheDifference(RevisionMojo revision) throws Exception {
    applied();

    revision.execute();

    assertThat(shop.readSource("shop/AddAccountName.java"))
        .containsSubsequence(
            "downRevision = \"27c6a30d7c24\"",
            "op.addColumn(\"account\", column(\"name\", string(50)).notNull().serverDefault(\"\"));",
            "op.dropColumn(\"account\", \"name\");");
    assertThat(log.lines())
        .last()
        .isEqualTo("Wrote src/main/java/shop/AddAccountName.java: revision 3f0b8c51d9e6, after"
            + " 27c6a30d7c24.");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "autogenerate", value = "true")
  @MojoParameter(name = "targetMetadata", value = "shop.ShopModel")
  @MojoParameter(name = "skipEmpty", value = "true")
  void anEmptyDifference_writesNothing_ifToldSo(RevisionMojo revision) throws Exception {
    applied();
    execute("ALTER TABLE account ADD COLUMN name VARCHAR(50) DEFAULT '' NOT NULL");
    List<Path> before = sources();

    revision.execute();

    assertThat(log.lines()).last().isEqualTo("Wrote nothing: the database is as the model has it.");
    assertThat(sources()).isEqualTo(before);
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "autogenerate", value = "true")
  @MojoParameter(name = "targetMetadata", value = "shop.CreateAccount")
  void classThatIsNoModel_isRefused(RevisionMojo revision) throws Exception {
    applied();

    assertThatThrownBy(revision::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("""

            [no-target-metadata] 'shop.CreateAccount' does not say what the database should look like.
              where: <targetMetadata>, -Dmigrate.targetMetadata
              reason: the class does not implement dev.lambic.autogenerate.TargetMetadata
              fix:
                name a class such as this one:
                public final class CreateAccount implements TargetMetadata {
                  @Override
                  public List<MetaData> read(Dialect dialect) {
                    return List.of(MetaData.of(...));
                  }
                }""");
  }

  @Test
  @InjectMojo(goal = "revision")
  @MojoParameter(name = "autogenerate", value = "true")
  @MojoParameter(name = "targetMetadata", value = "shop.Modell")
  void classThatIsNotThere_isRefused(RevisionMojo revision) throws Exception {
    applied();

    assertThatThrownBy(revision::execute)
        .hasMessageContaining("reason: the project and its dependencies have no such class");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "targetMetadata", value = "shop.ShopModel")
  void checkFails_andListsWhatDiffers(CheckMojo check) throws Exception {
    applied();
    execute("ALTER TABLE account ADD COLUMN age INTEGER");

    assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class).hasMessage("""

            [model-differs] The database differs from the model in 2 places.
              to be done:
                add column 'name' of table 'account'
                drop column 'age' of table 'account' (loses data)
              fix:
                1. write a revision: mvn migrate:revision -Dmigrate.autogenerate
                2. or correct the model.""");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "targetMetadata", value = "shop.ShopModel")
  @MojoParameter(name = "json", value = "target/check.json")
  void checkWritesJson_andFailsAllTheSame(CheckMojo check) throws Exception {
    applied();

    assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
    assertThat(Files.readString(shop.project.getBasedir().toPath().resolve("target/check.json")))
        .contains("\"isCompared\": true")
        .contains("\"summary\": \"add column 'name' of table 'account'\"");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "targetMetadata", value = "shop.ShopModel")
  void checkOfADatabaseThatIsAsItShouldBe(CheckMojo check) throws Exception {
    applied();
    execute("ALTER TABLE account ADD COLUMN name VARCHAR(50) DEFAULT '' NOT NULL");

    check.execute();

    assertThat(log.lines()).last().isEqualTo(shop.url + " is as the model has it.");
  }

  @Test
  @InjectMojo(goal = "check")
  void checkWithoutAModel_saysWhatItDidNotCompare(CheckMojo check) throws Exception {
    applied();

    check.execute();

    assertThat(log.lines())
        .last()
        .isEqualTo("The history is sound, and " + shop.url + " is at its heads. It was not compared"
            + " with a model: there is none (<targetMetadata>, -Dmigrate.targetMetadata).");
  }

  @Test
  @InjectMojo(goal = "check")
  void checkWithoutAModel_failsWhereTheDatabaseIsBehind(CheckMojo check) {
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("[not-at-heads] Target database is not up to date.");
  }

  @Test
  @InjectMojo(goal = "baseline")
  @MojoParameter(name = "revId", value = "1975ea83b712")
  @MojoParameter(name = "classNamePattern", value = "{slug}")
  void baselineWritesAllThatIsThere_andStampsTheDatabase(BaselineMojo baseline) throws Exception {
    execute("CREATE SEQUENCE numbers START WITH 5");
    execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, total NUMERIC(12, 2) NOT NULL)");
    execute("CREATE TABLE order_line (order_id INTEGER NOT NULL, line INTEGER NOT NULL,"
        + " CONSTRAINT pk_line PRIMARY KEY (order_id, line),"
        + " CONSTRAINT fk_line_order FOREIGN KEY (order_id) REFERENCES orders (id))");
    execute("CREATE INDEX ix_line ON order_line (line)");

    baseline.execute();

    assertThat(shop.readSource("com/example/migrations/Baseline.java"))
        .containsSubsequence(
            "Sequence.of(\"numbers\")",
            "op.createTable(\n        \"orders\",",
            "column(\"id\", integer()).notNull().autoincrement(false)",
            "column(\"total\", numeric(12, 2)).notNull()",
            "op.createTable(\n        \"order_line\",",
            "foreignKey(\"order_id\")",
            "op.createIndex(index(",
            "op.dropTable(\"order_line\");",
            "op.dropTable(\"orders\");",
            "op.dropSequence(\"numbers\");");
    assertThat(versions()).containsExactly("1975ea83b712");
    assertThat(log.lines()).last().isEqualTo("Stamped the database with 1975ea83b712.");
  }

  @Test
  @InjectMojo(goal = "baseline")
  void baselineOfAProjectWithRevisions_isRefused(BaselineMojo baseline) throws Exception {
    applied();
    List<Path> before = sources();

    assertThatThrownBy(baseline::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("""

            [has-history] The project has revisions already.
              heads: 27c6a30d7c24 (shop.AddAccountEmail)
              fix:
                1. for what has changed since, compare with a model: 'revision' with 'autogenerate'.
                2. to begin another line of revisions with all that is there, set 'force'.""");
    assertThat(sources()).isEqualTo(before);
  }

  @Test
  @InjectMojo(goal = "baseline")
  void baselineOfADatabaseThatIsAtARevision_isRefused(BaselineMojo baseline) throws Exception {
    stand("27c6a30d7c24");

    assertThatThrownBy(baseline::execute)
        .hasMessageContaining("[has-history] The database is at revisions already.\n"
            + "  in database: 27c6a30d7c24");
  }

  @Test
  @InjectMojo(goal = "baseline")
  @MojoParameter(name = "force", value = "true")
  @MojoParameter(name = "revId", value = "3f0b8c51d9e6")
  void baselineBesideOtherRevisions_beginsALineOfItsOwn(BaselineMojo baseline) throws Exception {
    applied();

    baseline.execute();

    assertThat(versions()).containsExactlyInAnyOrder("27c6a30d7c24", "3f0b8c51d9e6");
    assertThat(log.lines())
        .anyMatch(line -> line.endsWith("revision 3f0b8c51d9e6, the first of its line."));
  }
}
