package dev.lambic.autogenerate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.error.EnvironmentException;
import dev.lambic.operations.MigrateOperation.CreateTableOp;
import dev.lambic.schema.MetaData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.View;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HibernateMetadataTest {
  enum Mood {
    SAD,
    GLAD
  }

  @Entity
  @Table(name = "person")
  static class Person {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false)
    @Nullable
    String firstName;

    @Enumerated(EnumType.STRING)
    @Nullable
    Mood mood;

    @Column(name = "`Quoted`")
    @Nullable
    String quoted;

    @ManyToOne
    @Nullable
    Person boss;
  }

  @Entity
  @Table(name = "moody")
  static class Moody {
    @Id
    int id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Nullable
    Mood mood;
  }

  @Entity
  static class Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    int id;
  }

  @Entity
  static class Referring {
    @Id
    int id;

    @Column(columnDefinition = "integer references person on delete cascade")
    int person;
  }

  @Entity
  static class Broken {
    @Id
    int id;

    @ManyToOne
    @JoinColumn(referencedColumnName = "nothing")
    @Nullable
    Numbered numbered;
  }

  @Entity
  @View(query = "select id from Numbered")
  static class Seen {
    @Id
    int id;
  }

  private static String creation(String database, Class<?>... classes) {
    Dialect dialect = Dialects.named(database);
    MetaData model = HibernateMetadata.ofClasses(classes).read(dialect).get(0);
    return String.join(
        ";\n", dialect.statements(new CreateTableOp(model.tables().get(0))));
  }

  private static EnvironmentException refused(HibernateMetadata model, String database) {
    return catchThrowableOfType(
        EnvironmentException.class, () -> model.read(Dialects.named(database)));
  }

  @Test
  void names_typesAndKeys_areThoseThatTheDatabaseMakesOfHibernates() {
    assertThat(creation("postgresql", Person.class)).isEqualTo("""
            CREATE TABLE person (
                boss_id BIGINT,\s
                id BIGINT NOT NULL,\s
                firstname VARCHAR(40) NOT NULL,\s
                "Quoted" VARCHAR(255),\s
                mood VARCHAR(255),\s
                PRIMARY KEY (id),\s
                CONSTRAINT person_mood_check CHECK (mood in ('SAD','GLAD')),\s
                CONSTRAINT fk1l8wb7cnra36gkfqlprpt6krf FOREIGN KEY(boss_id) REFERENCES person (id)
            )""");
  }

  @Test
  void anEnumerationWithANameOfItsOwn_isATypeOfPostgresqls_andItsCastsAreRemarkedUpon() {
    assertThat(creation("postgresql", Moody.class)).isEqualTo("""
            CREATE TYPE mood AS ENUM ('GLAD', 'SAD');
            CREATE TABLE moody (
                id INTEGER NOT NULL,\s
                mood mood,\s
                PRIMARY KEY (id)
            )""");
    assertThat(HibernateMetadata.ofClasses(Moody.class)
            .read(Dialects.named("postgresql"))
            .get(0)
            .remarks())
        .hasSize(2)
        .allMatch(remark -> remark.startsWith("Hibernate would run 'create cast ("));
  }

  @ParameterizedTest
  @CsvSource({
    "h2,true",
    "postgresql,true",
    "mariadb,true",
    "oracle,true",
    "mssql,true",
    "mysql,false"
  })
  void aNumberFromASequence_isASequence_orATableWithARow(String database, boolean isSequence) {
    MetaData model =
        HibernateMetadata.ofClasses(Person.class).read(Dialects.named(database)).get(0);
    if (isSequence) {
      assertThat(model.sequences()).singleElement().satisfies(sequence -> {
        assertThat(sequence.name().toString()).isEqualToIgnoringCase("person_SEQ");
        assertThat(sequence.options().increment()).isEqualTo(50);
      });
      assertThat(model.firstStatements()).isEmpty();
    } else {
      assertThat(model.firstStatements())
          .extracting(MetaData.FirstStatement::sql)
          .containsExactly("insert into person_SEQ ( next_val ) values ( 1 )");
    }
  }

  @Test
  void aTableOfNumbers_beginsWithItsRow() {
    assertThat(HibernateMetadata.ofClasses(Numbered.class)
            .read(Dialects.named("h2"))
            .get(0)
            .firstStatements())
        .extracting(MetaData.FirstStatement::sql)
        .containsExactly(
            "insert into hibernate_sequences(sequence_name, next_val) values ('default',0)");
  }

  @Test
  void settingsOfHibernates_count() {
    MetaData model = HibernateMetadata.ofClasses(Person.class)
        .with(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
        .with("hibernate.default_schema", "shop")
        .read(Dialects.named("postgresql"))
        .get(0);
    assertThat(model.tables().get(0).name()).hasToString("shop.person");
    assertThat(model.tables().get(0).columns())
        .extracting(column -> column.name().text())
        .contains("first_name");
  }

  @Test
  void aPersistenceUnit_isReadWithoutItsDatabase() {
    assertThat(HibernateMetadata.ofPersistenceUnit("shop")
            .read(Dialects.named("h2"))
            .get(0)
            .tables())
        .extracting(table -> table.name().toString())
        .contains("person");
  }

  @Test
  void aMissingPersistenceUnit_isNamed() {
    assertThat(
            refused(HibernateMetadata.ofPersistenceUnit("none"), "h2").problem().render())
        .isEqualTo("""
            [model-unreadable] There is no persistence unit 'none' of Hibernate's on the class path.
              looked for: META-INF/persistence.xml
              fix: correct the name, or put the file on the class path.""");
  }

  @Test
  void aMappingThatWasBuilt_isReadAsItIs_andAsOftenAsOneLikes() {
    try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
        .applySetting("hibernate.dialect", "org.hibernate.dialect.H2Dialect")
        .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
        .build()) {
      HibernateMetadata model = HibernateMetadata.of(
          new MetadataSources(registry).addAnnotatedClass(Person.class).buildMetadata());
      List<MetaData> first = model.read(Dialects.named("h2"));
      assertThat(first.get(0).tables()).hasSize(1);
      assertThat(model.read(Dialects.named("h2"))).isEqualTo(first);
      assertThat(refused(model, "postgresql").problem().render()).isEqualTo("""
              [model-unreadable] The entities were mapped for another database than postgresql.
                Hibernate's dialect: org.hibernate.dialect.H2Dialect
                fix: leave 'hibernate.dialect' out, so that it follows the database; or name one for postgresql.""");
    }
  }

  @Test
  void whatADefinitionSaysBeyondAType_isRefused_withItsPlace() {
    assertThat(refused(HibernateMetadata.ofClasses(Referring.class), "h2")
            .problem()
            .render())
        .isEqualTo("""
            [model-untranslatable] The definition of column 'person' of table 'HibernateMetadataTest$Referring' says more than a type, a default and whether it may hold NULL.
              where: entity dev.lambic.autogenerate.hibernate.HibernateMetadataTest$Referring
              definition: integer references person on delete cascade
              not understood: references person on delete cascade
              fix: say it with an annotation of its own, such as @ForeignKey, @Check or @ColumnDefault.""");
  }

  @Test
  void whatHibernateRefuses_isToldInItsWords() {
    EnvironmentException refused =
        refused(HibernateMetadata.ofClasses(Broken.class, Numbered.class), "h2");
    assertThat(refused.problem().headline()).isEqualTo("Hibernate does not accept the entities.");
    assertThat(refused.problem().facts())
        .singleElement()
        .satisfies(fact -> assertThat(fact.text()).contains("nothing"));
  }

  @Test
  void whatNoTableHolds_isRemarkedUpon() {
    assertThat(HibernateMetadata.ofClasses(Numbered.class, Seen.class)
            .read(Dialects.named("h2"))
            .get(0)
            .remarks())
        .containsExactly("The view 'HibernateMetadataTest$Seen' of the entities is not compared;"
            + " create it in a revision of its own.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "varchar(7) default 'not null' not null; varchar(7); false; 'not null'; ||",
        "numeric(5,2) default (1 + 2); numeric(5,2); ; (1 + 2); ||",
        "text collate nocase null; text collate nocase; true; ; ||",
        "timestamp(6) with time zone; timestamp(6) with time zone; ; ; ||",
        "int check (a > 0) not null; int; false; ; |check (a > 0)|"
      },
      delimiter = ';')
  void aDefinition_isTakenApart(
      String sql, String type, @Nullable Boolean nullable, @Nullable String value, String rest) {
    assertThat(ColumnDefinition.parse(sql))
        .isEqualTo(new ColumnDefinition(type, nullable, value, rest));
  }
}
