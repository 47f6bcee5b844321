package dev.lambic.autogenerate;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.bigInteger;
import static dev.lambic.schema.Schema.check;
import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.computed;
import static dev.lambic.schema.Schema.enumeration;
import static dev.lambic.schema.Schema.foreignKey;
import static dev.lambic.schema.Schema.identity;
import static dev.lambic.schema.Schema.index;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.json;
import static dev.lambic.schema.Schema.literal;
import static dev.lambic.schema.Schema.numeric;
import static dev.lambic.schema.Schema.primaryKey;
import static dev.lambic.schema.Schema.sql;
import static dev.lambic.schema.Schema.string;
import static dev.lambic.schema.Schema.text;
import static dev.lambic.schema.Schema.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Dialects;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.error.MigrationException;
import dev.lambic.operations.MigrateOperation.CustomOperation;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.Operations;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import dev.lambic.script.ScriptDirectory;
import dev.lambic.testing.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryMetadataTest {
  private static final AutogenerateOptions OPTIONS =
      AutogenerateOptions.DEFAULT.compareServerDefault(true).allowDestructive(true);

  private static HistoryMetadata history(History.Step... steps) {
    History history = new History();
    String parent = "";
    for (int i = 0; i < steps.length; i++) {
      String id = String.valueOf((char) ('a' + i));
      history.revision(id, parent, steps[i], op -> {});
      parent = id;
    }
    return HistoryMetadata.of(history.scriptDirectory());
  }

  private static List<Difference> differences(
      HistoryMetadata history, Dialect dialect, MetaData model) {
    return Autogenerate.compareMetadata(history.context(dialect, OPTIONS), model);
  }

  private static void assertQuiet(HistoryMetadata history, Table... model) {
    Dialect postgresql = Dialects.named("postgresql");
    assertThat(differences(history, postgresql, MetaData.of(model))).isEmpty();
    assertThat(history.context(postgresql, OPTIONS).remarks()).isEmpty();
  }

  private static List<String> remarks(History.Step... steps) {
    return history(steps).context(Dialects.named("postgresql"), OPTIONS).remarks();
  }

  private static Table account() {
    return Table.of("account", column("id", integer()).primaryKey(), column("name", text()));
  }

  @Test
  void tables_comeAndGo_andAreRenamed() {
    Table order = Table.of(
        "item",
        column("id", integer()).primaryKey(),
        column("account_id", integer()).references("account", "id"));
    assertQuiet(
        history(
            op -> op.createTable(account()),
            op -> op.createTable(order),
            op -> op.createTable("gone", column("id", integer())),
            op -> op.dropTable("gone"),
            op -> op.renameTable("account", "client")),
        account().named(TableName.of("client")),
        Table.of(
            "item",
            column("id", integer()).primaryKey(),
            column("account_id", integer()).references("client", "id")));
  }

  @Test
  void columns_areAddedChangedRenamedAndDropped() {
    assertQuiet(
        history(
            op -> op.createTable(account()),
            op -> op.addColumn("account", column("mail", string(20)).notNull().indexed()),
            op -> op.addColumn("account", column("gone", integer()).unique()),
            op -> op.createIndex("ix_gone", "account", "name", "gone"),
            op -> op.createCheckConstraint("ck_gone", "account", "gone > 1"),
            op -> op.alterColumn("account", change("mail").type(string(40)).nullable(true)),
            op -> op.alterColumn("account", change("name").serverDefault("x")),
            op -> op.alterColumn("account", change("name").rename("label")),
            op -> op.dropColumn("account", "gone")),
        Table.of(
            "account",
            column("id", integer()).primaryKey(),
            column("label", text()).serverDefault("x"),
            column("mail", string(40)).indexed()));
  }

  @Test
  void whatMentionsAColumn_followsItsName() {
    assertQuiet(
        history(
            op -> op.createTable(Table.of(
                "t",
                column("a", integer()).notNull(),
                column("b", integer()),
                column("twice", integer()).serverDefault(computed("b * 2").stored()),
                primaryKey("a"),
                check("b > 0").named("ck_b"),
                index("ix_b").on("t", "b"),
                foreignKey("b").references("t", "a"))),
            op -> op.alterColumn("t", change("b").rename("c")),
            op -> op.alterColumn("t", change("a").rename("key"))),
        Table.of(
            "t",
            column("key", integer()).notNull(),
            column("c", integer()),
            column("twice", integer()).serverDefault(computed("c * 2").stored()),
            primaryKey("key"),
            check("c > 0").named("ck_b"),
            index("ix_b").on("t", "c"),
            foreignKey("c").references("t", "key")));
  }

  @Test
  void constraints_areAddedAndDropped_byNameOrByKind() {
    assertQuiet(
        history(
            op -> op.createTable(
                "t", column("a", integer()), column("b", integer()).unique()),
            op -> op.createPrimaryKey("pk_t", "t", "a"),
            op -> op.createUniqueConstraint("uq_t", "t", "a", "b"),
            op -> op.createCheckConstraint("ck_t", "t", "a > 0"),
            op -> op.createForeignKey("fk_t", "t", foreignKey("b").references("t", "a")),
            op -> op.dropConstraint("t_b_key", "t"),
            op -> op.createConstraint(TableName.of("t"), unique("a")),
            op -> op.dropConstraint("whatever", "t", ConstraintKind.UNIQUE),
            op -> op.dropConstraint("ck_t", "t"),
            op -> op.dropConstraint("fk_t", "t")),
        Table.of(
            "t",
            column("a", integer()).notNull().autoincrement(false),
            column("b", integer()),
            primaryKey("a"),
            unique("a", "b").named("uq_t")));
  }

  @Test
  void indexesAndComments_areFollowed() {
    assertQuiet(
        history(
            op -> op.createTable(account()),
            op -> op.createIndex("ix_a", "account", "name"),
            op -> op.createIndex(index("ix_b").on("account", "name").unique()),
            op -> op.dropIndex("ix_a", "account"),
            op -> op.createTableComment("account", "first"),
            op -> op.dropTableComment("account"),
            op -> op.createTableComment("account", "second")),
        Table.of(
                "account",
                column("id", integer()).primaryKey(),
                column("name", text()),
                index("ix_b").on("account", "name").unique())
            .comment("second"));
  }

  @Test
  void sequencesAndEnumerations_areFollowed() {
    Dialect dialect = Dialects.named("postgresql");
    HistoryMetadata history = history(
        op -> op.createSequence(Sequence.of("numbers").with(SequenceOptions.NONE.increment(5L))),
        op -> op.createSequence(Sequence.of("gone")),
        op -> op.dropSequence("gone"),
        op -> op.createTable(
            "t", column("id", integer()).primaryKey(), column("m", enumeration("mood", "a", "c"))),
        op -> op.addEnumValueAfter("mood", "b", "a"),
        op -> op.renameEnumValue("mood", "c", "d"));
    MetaData model = MetaData.of(Table.of(
            "t",
            column("id", integer()).primaryKey(),
            column("m", enumeration("mood", "a", "b", "d"))))
        .with(Sequence.of("numbers").with(SequenceOptions.NONE.increment(5L)));
    assertThat(differences(history, dialect, model)).isEmpty();
    MetaData later = MetaData.of(Table.of(
            "t",
            column("id", integer()).primaryKey(),
            column("m", enumeration("mood", "a", "b", "d", "e"))))
        .with(Sequence.of("others"));
    assertThat(differences(history, dialect, later))
        .extracting(difference -> difference.operation().getClass().getSimpleName())
        .containsExactly("CreateSequenceOp", "AddEnumValueOp");
  }

  @Test
  void batchesAndOperationsOfUsersOwn_areFollowed() {
    record AddStamp(String table) implements CustomOperation {
      @Override
      public void run(Operations op) {
        op.addColumn(table, column("stamp", integer()));
      }
    }
    assertQuiet(
        history(
            op -> op.createTable(account()),
            op -> op.batchAlterTable("account", batch -> {
              batch.dropColumn("name");
              batch.addColumn(column("mail", text()));
            }),
            op -> op.invoke(new AddStamp("account"))),
        Table.of(
            "account",
            column("id", integer()).primaryKey(),
            column("mail", text()),
            column("stamp", integer())));
  }

  @Test
  void aNamingConvention_namesWhatTheHistoryLeavesWithoutAName() {
    Dialect plain = Dialects.named("postgresql");
    Dialect dialect = plain.with(
        plain.settings().naming(NamingConvention.of("uq", "uq_%(table_name)s_%(column_0_name)s")));
    HistoryMetadata history = history(
        op -> op.createTable("t", column("a", integer()).unique()),
        op -> op.dropConstraint("uq_t_a", "t"));
    assertThat(differences(history, dialect, MetaData.of(Table.of("t", column("a", integer())))))
        .isEmpty();
    assertThat(history.context(dialect, OPTIONS).remarks()).isEmpty();
  }

  @Test
  void dataIsNoMatter_andSqlThatMayChangeTablesIsRemarkedUpon() {
    assertThat(remarks(
            op -> op.createTable(account()),
            op -> op.bulkInsert(account(), List.of(Map.of("id", 1))),
            op -> op.execute("UPDATE account SET name = 'x'"),
            op -> op.execute("-- a view\nCREATE VIEW v AS SELECT * FROM account")))
        .containsExactly(
            "Revision 'd (do d)' executes SQL whose effect on tables is not known: '-- a view'.");
  }

  @Test
  void whatNoOperationHasCreated_isRemarkedUpon() {
    assertThat(remarks(
            op -> op.addColumn("nowhere", column("a", integer())),
            op -> op.createTable(account()),
            op -> op.dropColumn("account", "nothing"),
            op -> op.dropConstraint("none", "account"),
            op -> op.dropIndex("ix", "account")))
        .containsExactly(
            "Revision 'a (do a)' adds a column to table 'nowhere', which no operation before it has created.",
            "Revision 'c (do c)' drops column 'nothing' of table 'account', which no operation before it has created.",
            "Revision 'd (do d)' drops constraint 'none' of table 'account', which no operation before it has created under that name.",
            "Revision 'e (do e)' drops index 'ix', which no operation before it has created.");
  }

  @Test
  void aRevisionThatAsksForTheConnection_isNamed_andThoseBehindItGoOn() {
    HistoryMetadata history = history(op -> op.getBind(), op -> op.createTable(account()));
    AutogenerateContext context = history.context(Dialects.named("h2"), OPTIONS);
    assertThat(context.remarks())
        .containsExactly(
            "Revision 'a (do a)' asks for the connection; what it does from there on is not known.");
    MigrationScript script =
        Autogenerate.produceMigrations(context, MetaData.of(account())).get(0);
    assertThat(script.upgradeOps().operations()).isEmpty();
    assertThat(script.findings())
        .containsExactly(
            new Finding(Finding.Kind.NOT_COMPARED, context.remarks().get(0)));
  }

  @Test
  void aRevisionThatFails_isNamed() {
    HistoryMetadata history = history(op -> {
      throw new IllegalStateException("no table to look at");
    });
    MigrationException thrown =
        catchThrowableOfType(MigrationException.class, () -> history.read(Dialects.named("h2")));
    assertThat(thrown.problem().render()).isEqualTo("""
            [history-unreadable] Revision 'a (do a)' does not run without a database, so that the history cannot be folded.
              where: shop.a
              threw: java.lang.IllegalStateException: no table to look at
              fix:
                1. compare with a database instead.
                2. have the revision say in operations what it does.""");
  }

  @Test
  void aComparisonWithoutADatabase_hasNoConnectionToAskFor() {
    AutogenerateContext context = history().context(Dialects.named("h2"), OPTIONS);
    MigrationException thrown = catchThrowableOfType(MigrationException.class, context::connection);
    assertThat(thrown.problem().headline())
        .isEqualTo(
            "A comparison with the history asks for a connection, and there is no database.");
  }

  @Test
  void aPartOfTheHistory_leadsToAPartOfTheSchema() {
    HistoryMetadata history =
        history(op -> op.createTable(account()), op -> op.dropTable("account"));
    assertThat(history.upTo("a").read(Dialects.named("h2")).get(0).tables()).hasSize(1);
    assertThat(history.read(Dialects.named("h2")).get(0).tables()).isEmpty();
  }

  private static MetaData model(Dialect dialect) {
    Table parent = Table.of(
        "parent",
        column("id", integer()).primaryKey(),
        column("code", string(20)).notNull().unique(),
        column("Mixed Case", string(10)).indexed(),
        column("order", integer()).serverDefault(literal(5)));
    Table child = Table.of(
        "child",
        column("id", bigInteger()).primaryKey(),
        column("parent_id", integer()).notNull(),
        column("n", integer()).serverDefault(literal(0)),
        column("price", numeric(12, 3)).serverDefault(sql("1.5")),
        column("m", enumeration("mood", "sad", "it's")),
        column("document", json().on("oracle", text())),
        foreignKey("parent_id").references("parent", "id").named("fk_child_parent"),
        check("n >= 0").named("ck_child_n"),
        unique("parent_id", "n").named("uq_child"),
        index("ix_child_n").on("child", "n", "price"));
    List<Table> tables = new ArrayList<>(List.of(
        child,
        dialect.supports(Capability.COMMENTS) ? parent.comment("it's a parent") : parent,
        Table.of("numbered", column("id", integer()).primaryKey().serverDefault(identity()))));
    MetaData model = new MetaData(tables);
    return dialect.supports(Capability.SEQUENCES) ? model.with(Sequence.of("numbers")) : model;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgresql", "mysql", "mariadb", "sqlite", "oracle", "mssql", "h2", "hsqldb"})
  void theMigrationThatAModelNeeds_leadsToTheModel_andBack(String id) {
    Dialect dialect = Dialects.named(id);
    MetaData model = model(dialect);
    AutogenerateContext empty = new AutogenerateContext(
        Inspector.of(dialect, new Snapshot(null, List.of(), List.of(), List.of())),
        List.of(),
        OPTIONS,
        List.of());
    MigrationScript script = Autogenerate.produceMigrations(empty, model).get(0);
    HistoryMetadata history = history(op -> script.upgradeOps().operations().forEach(op::invoke));
    assertThat(differences(history, dialect, model)).isEmpty();
    HistoryMetadata andBack = history(
        op -> script.upgradeOps().operations().forEach(op::invoke),
        op -> script.downgradeOps().operations().forEach(op::invoke));
    assertThat(andBack.context(dialect, OPTIONS).remarks()).isEmpty();
    MetaData nothing = andBack.read(dialect).get(0);
    assertThat(nothing.tables()).isEmpty();
    assertThat(nothing.sequences()).isEmpty();
  }

  @Test
  void theHistoryOfADirectory_isTakenInItsOrder() {
    ScriptDirectory directory = History.graph("a -> b, c", "b, c -> d");
    assertThat(HistoryMetadata.of(directory).read(Dialects.named("h2")))
        .containsExactly(new MetaData(List.of()));
  }
}
