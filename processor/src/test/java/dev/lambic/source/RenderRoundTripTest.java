package dev.lambic.source;

import static dev.lambic.operations.ColumnChange.change;
import static dev.lambic.schema.Schema.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.dialect.MysqlTypes;
import dev.lambic.dialect.PostgresqlTypes;
import dev.lambic.dialect.SqliteTypes;
import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.*;
import dev.lambic.operations.NamingConvention;
import dev.lambic.operations.SqlStatement;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.Exclude;
import dev.lambic.schema.Constraint.ExcludedElement;
import dev.lambic.schema.Constraint.ForeignKey;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import dev.lambic.schema.SqlType;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableElement;
import dev.lambic.schema.TableName;
import dev.lambic.schema.TypeFamily;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written for operations yields the same operations when it runs. */
class RenderRoundTripTest {
  private static final TableName ACCOUNT = TableName.of("account");
  private static final TableName REMOTE = TableName.of("billing", "account");
  private static final TableName QUOTED =
      new TableName(Name.quoted("Billing"), new Name("Acc\"ount", Name.Quoting.NEVER, true));
  private static final List<TableName> TABLES = List.of(ACCOUNT, REMOTE, QUOTED);
  private static final List<Name> NAMES = List.of(
      Name.of("plain"),
      Name.exact("exact"),
      Name.quoted("qu\"oted"),
      new Name("never", Name.Quoting.NEVER),
      new Name("both", Name.Quoting.ALWAYS, true));

  private static void roundTrip(List<? extends MigrateOperation> operations) {
    assertThat(RenderedMigration.upgrade(List.copyOf(operations)).upgraded())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(operations);
  }

  private static void roundTrip(MigrateOperation... operations) {
    roundTrip(List.of(operations));
  }

  private static List<SqlType> types() {
    return List.of(
        smallInteger(),
        integer(),
        bigInteger(),
        numeric(),
        numeric(12, 2),
        new SqlType.NumericType(12, null),
        floatingPoint(),
        new SqlType.FloatType(24),
        doublePrecision(),
        new SqlType.DoubleType(53),
        bool(),
        bool().checked("ck_bool"),
        new SqlType.BooleanType(true, null),
        new SqlType.BooleanType(false, Name.exact("odd")),
        string(20),
        string(20).collate("de_DE"),
        unicode(5).collate("x"),
        new SqlType.StringType(null),
        new SqlType.StringType(null, "C", true),
        text(),
        text().collate("C"),
        unicodeText(),
        new SqlType.TextType(70_000, "C", true),
        date(),
        time(),
        new SqlType.TimeType(true),
        dateTime(),
        dateTimeWithTimeZone(),
        timestamp(),
        new SqlType.TimestampType(true),
        interval(),
        new SqlType.IntervalType(false, 3, 5),
        largeBinary(),
        new SqlType.LargeBinaryType(100),
        uuid(),
        new SqlType.UuidType(false),
        json(),
        enumeration("mood", "sad", "it's", "\"ok\""),
        enumeration("mood", "sad").in("other").asString().checked().existing(),
        new EnumType(null, null, List.of("a"), false, true, 12, true, Name.of("ck_a")),
        new EnumType(
            Name.quoted("Mood"), Name.quoted("Other"), List.of("a"), true, false, null, true, null),
        array(string(3)),
        new SqlType.ArrayType(enumeration("mood", "sad"), 3),
        type("ltree"),
        type("weird \"type\""),
        PostgresqlTypes.jsonb(),
        PostgresqlTypes.timestamp(3, true),
        PostgresqlTypes.interval("DAY TO SECOND", 3),
        MysqlTypes.unsigned(MysqlTypes.decimal(10, 2)),
        MysqlTypes.set("a", "b"),
        MysqlTypes.charset(text(), "utf8mb4", null),
        SqliteTypes.untyped("NOCASE"),
        new SqlType.NativeType("X", List.of("007", "max", "10000000000"), "", TypeFamily.STRING),
        new SqlType.NullType(),
        text().on("postgresql", PostgresqlTypes.jsonb()).on("mysql", json()),
        new SqlType.VariantType(text(), Map.of()),
        new OwnParts.MoneyType(4, List.of("EUR", "CHF")));
  }

  private static List<ServerDefault> defaults() {
    return List.of(
        new Expression.Literal("it's \"so\" \\ ok\n\t\u2028\u0000\uD83D\uDE00"),
        new Expression.Literal("x", text()),
        literal(5),
        literal(5L),
        literal(null),
        literal(true),
        literal((short) 3),
        literal((byte) -3),
        literal('\''),
        literal(1.5),
        literal(-2.5e300),
        literal(2.5f),
        literal(new BigDecimal("1.50")),
        literal(new BigInteger("123456789012345678901234567890")),
        literal(LocalDate.of(2026, 2, 3)),
        literal(LocalTime.of(4, 5, 6, 7)),
        literal(LocalDateTime.of(2026, 2, 3, 4, 5)),
        literal(OffsetDateTime.parse("2026-02-03T04:05:06.789+01:00")),
        literal(ZonedDateTime.parse("2026-02-03T04:05:06+01:00[Europe/Berlin]")),
        literal(Instant.parse("2026-02-03T04:05:06.000000007Z")),
        literal(Duration.ofMillis(-90_061_001)),
        literal(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
        literal(new byte[] {0, 1, -1}),
        literal(ConstraintKind.CHECK),
        sql("CURRENT_TIMESTAMP"),
        columnOf("other"),
        new Expression.ColumnReference(Name.quoted("Other")),
        descending(columnOf("a")),
        ascending(sql("lower(a)")),
        now(),
        function("lower", columnOf("a"), literal(1)),
        nextValue("seq"),
        new Expression.NextValue(REMOTE),
        Expression.Constant.TRUE,
        computed("a + b"),
        computed("a + b").stored(),
        computed("a + b").virtual(),
        identity(),
        Identity.always().start(5).increment(-2),
        Identity.byDefault()
            .numberingNull()
            .with(SequenceOptions.NONE.cache(10L).cycle(true)),
        Identity.always()
            .with(SequenceOptions.NONE
                .start(1L)
                .minValue(0L)
                .maxValue(Long.MAX_VALUE)
                .withoutMinValue()
                .withoutMaxValue()
                .cycle(false)
                .order(true)));
  }

  private static List<Constraint> constraints() {
    List<Constraint> constraints = new ArrayList<>(List.of(
        primaryKey("a", "b").named("pk").with("mssql_clustered", true),
        new Constraint.PrimaryKey(Name.exact("pk"), NAMES),
        unique("a").deferred(Deferral.INITIALLY_DEFERRED),
        new Constraint.Unique(null, NAMES, new Deferral(false, null), Options.NONE),
        check("n > 0").named(Name.exact("ck_n")).with("postgresql_not_valid", true),
        new Check(Name.of("ck"), function("f", columnOf("a"))),
        foreignKey("a").references("t", "id"),
        foreignKey("a", "b")
            .references(REMOTE, "x", "y")
            .named(Name.exact("fk"))
            .onDelete(ReferentialAction.SET_NULL)
            .onUpdate(new ReferentialAction("SET NULL (a)"))
            .deferred(Deferral.INITIALLY_IMMEDIATE)
            .match("FULL")
            .with("postgresql_not_valid", true),
        ForeignKey.toPrimaryKey(Name.of("fk"), List.of(Name.of("a")), ACCOUNT),
        new ForeignKey(null, NAMES, QUOTED, NAMES),
        exclude("room", "=").and("during", "&&").named("ex"),
        exclude("room", "=")
            .using("btree_gist")
            .where("room > 1")
            .deferred(Deferral.INITIALLY_DEFERRED)
            .named(Name.exact("ex")),
        new Exclude(
            null,
            List.of(new ExcludedElement(columnOf("a"), "=")),
            "gist",
            function("f"),
            Deferral.UNSTATED,
            Options.NONE.with("postgresql_ops", "x"))));
    NAMES.forEach(name -> constraints.add(unique("a").named(name)));
    return constraints;
  }

  private static List<Index> indexes(TableName table) {
    List<Index> indexes = new ArrayList<>(List.of(
        index("ix").on(table, "a", "b").unique(),
        index().on(table, "a"),
        index("ix").on(table, List.of(columnOf("a"), descending(sql("lower(b)")))),
        index("ix").on(table, List.of(new Expression.ColumnReference(Name.quoted("A")))),
        index("ix")
            .on(table, "a")
            .with("postgresql_using", "gin")
            .with("postgresql_where", sql("a > 0"))
            .with("postgresql_concurrently", true)
            .with("postgresql_include", List.of("b", "c"))
            .with("mysql_length", Map.of("a", 10))
            .with("mysql_prefix", new TreeMap<>(Map.of("x", 1, "a", "b")))
            .with(
                "mysql_many",
                new TreeMap<>(IntStream.range(0, 12)
                    .boxed()
                    .collect(java.util.stream.Collectors.toMap(i -> "k" + i, i -> i))))));
    NAMES.forEach(name -> indexes.add(index(name).on(table, "a")));
    return indexes;
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(
        column("a", integer()),
        column("a", integer()).notNull(),
        column("a", integer()).nullable(true).primaryKey().unique().indexed(),
        column("a", integer()).autoincrement(true),
        column("a", integer()).autoincrement(false).comment("it's\nso \\u0041"),
        column("a", integer()).references("t", "id"),
        column("a", integer()).references(foreignKey("a").references("t", "id").named("fk")),
        column("a", integer()).references(foreignKey("a").references(REMOTE, "id")),
        column("a", integer()).check(check("a > 0").named("ck")).check(check("a < 9")),
        column("a", integer())
            .sequence(Sequence.of(REMOTE).with(SequenceOptions.NONE.start(3L)).optional())
            .with("mssql_identity_start", 5)
            .with("sqlite_on_conflict", "IGNORE")));
    NAMES.forEach(name -> columns.add(Column.of(name, text())));
    types().forEach(type -> columns.add(column("a", type)));
    defaults().forEach(source -> columns.add(column("a", text()).serverDefault(source)));
    return columns;
  }

  @Test
  void columnsOfEveryForm() {
    roundTrip(columns().stream().map(column -> new AddColumnOp(ACCOUNT, column)).toList());
  }

  @Test
  void columnsInTablesOfEveryForm() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (TableName table : TABLES) {
      operations.add(new AddColumnOp(table, column("a", text())));
      operations.add(new AddColumnOp(
          table, column("a", text()), true, true, true, new ColumnPosition(Name.of("b"), true)));
      for (Name name : NAMES) {
        operations.add(new DropColumnOp(table, name, null));
      }
      operations.add(new DropColumnOp(
          table, Name.of("a"), true, Options.NONE.with("mssql_drop_default", true), null));
      operations.add(
          new DropColumnOp(table, Name.of("a"), column("a", array(enumeration("mood", "sad")))));
      operations.add(
          new DropColumnOp(table, Name.of("a"), column("a", integer()).references("t", "id")));
      operations.add(new DropColumnOp(
          table, Name.of("a"), true, Options.NONE, column("a", integer()).references("t", "id")));
    }
    roundTrip(operations);
  }

  @Test
  void constraintsOfEveryForm() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (Constraint constraint : constraints()) {
      TABLES.forEach(table -> operations.add(new AddConstraintOp(table, constraint)));
    }
    for (TableName table : TABLES) {
      for (Name name : NAMES) {
        operations.add(new DropConstraintOp(table, name, ConstraintKind.CHECK, false, null));
        operations.add(new DropConstraintOp(table, name, null, true, null));
      }
      operations.add(new DropConstraintOp(table, null, ConstraintKind.UNIQUE, false, unique("a")));
      operations.add(new DropConstraintOp(table, null, ConstraintKind.UNIQUE, true, unique("a")));
      operations.add(new DropConstraintOp(table, null, null, false, null));
    }
    roundTrip(operations);
  }

  @Test
  void indexesOfEveryForm() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (TableName table : TABLES) {
      for (Index index : indexes(table)) {
        operations.add(new CreateIndexOp(index));
        operations.add(new CreateIndexOp(index, true));
        operations.add(
            index.name() == null || !index.options().equals(Options.NONE)
                ? new CreateIndexOp(index).reverse().orElseThrow()
                : new DropIndexOp(index.name(), table, null));
      }
      operations.add(
          new DropIndexOp(Name.of("ix"), null, table.schema(), true, Options.NONE, null));
      operations.add(new DropIndexOp(
          Name.of("ix"),
          table,
          null,
          false,
          Options.NONE.with("postgresql_concurrently", true),
          null));
    }
    roundTrip(operations);
  }

  @Test
  void tablesOfEveryForm() {
    List<MigrateOperation> operations = new ArrayList<>();
    List<TableElement> elements = new ArrayList<>();
    int number = 0;
    for (Column column : columns()) {
      Name name =
          new Name("c" + number++, column.name().quoting(), column.name().isFinal());
      elements.add(
          column.foreignKeys().isEmpty() ? column.named(name) : column("c" + number++, text()));
    }
    constraints().stream()
        .filter(constraint -> constraint.kind() != ConstraintKind.PRIMARY_KEY)
        .forEach(elements::add);
    for (TableName table : TABLES) {
      List<TableElement> all = new ArrayList<>(elements);
      all.addAll(indexes(table));
      Table full = Table.of(table, all.toArray(TableElement[]::new));
      operations.add(new CreateTableOp(full));
      operations.add(new CreateTableOp(
          full.comment("it's").prefixed("TEMPORARY").with("mysql_engine", "InnoDB"), true));
      operations.add(new CreateTableOp(full.comment("all")));
      operations.add(new CreateTableOp(Table.of(table)));
      operations.add(new DropTableOp(table, null));
      operations.add(new DropTableOp(table, true, null));
      operations.add(new DropTableOp(table, full));
      operations.add(new DropTableOp(table, true, full));
      operations.add(new CreateTableCommentOp(table, "new", null));
      operations.add(new CreateTableCommentOp(table, "new", "old"));
      operations.add(new DropTableCommentOp(table, null));
      NAMES.forEach(name -> operations.add(new RenameTableOp(table, name)));
    }
    roundTrip(operations);
  }

  @Test
  void whatServesTheReverseAlone_isNotRepeated() {
    Table table = Table.of("account", column("a", text()));
    assertThat(RenderedMigration.upgrade(
                new DropTableOp(ACCOUNT, table),
                new DropColumnOp(ACCOUNT, Name.of("a"), column("a", text())),
                new DropIndexOp(Name.of("ix"), ACCOUNT, index("ix").on("account", "a")),
                new DropConstraintOp(
                    ACCOUNT,
                    Name.of("uq"),
                    ConstraintKind.UNIQUE,
                    false,
                    unique("a").named("uq")),
                new DropTableCommentOp(ACCOUNT, "old"),
                new DropSequenceOp(TableName.of("s"), false, Sequence.of("s")),
                new DropEnumOp(TableName.of("mood"), false, enumeration("mood", "sad")))
            .upgraded())
        .isEqualTo(List.of(
            new DropTableOp(ACCOUNT, null),
            new DropColumnOp(ACCOUNT, Name.of("a"), null),
            new DropIndexOp(Name.of("ix"), ACCOUNT, null),
            new DropConstraintOp(ACCOUNT, Name.of("uq"), ConstraintKind.UNIQUE, false, null),
            new DropTableCommentOp(ACCOUNT, null),
            new DropSequenceOp(TableName.of("s"), false, null),
            new DropEnumOp(TableName.of("mood"), false, null)));
  }

  @Test
  void changesOfColumns() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (Name name : NAMES) {
      operations.add(new AlterColumnOp(ACCOUNT, change(name).rename(name)));
    }
    for (TableName table : TABLES) {
      operations.add(new AlterColumnOp(
          table,
          change("a")
              .type(string(100))
              .nullable(false)
              .serverDefault("x")
              .comment("new")
              .autoincrement(true)
              .existingType(enumeration("mood", "sad"))
              .existingNullable(true)
              .existingServerDefault(sql("f()"))
              .existingComment("old")
              .existingAutoincrement(false)
              .with("postgresql_using", "a::text")));
      operations.add(new AlterColumnOp(
          table,
          change("a")
              .dropServerDefault()
              .dropComment()
              .withoutExistingServerDefault()
              .existingComment(null)));
    }
    for (ServerDefault source : defaults()) {
      operations.add(new AlterColumnOp(
          ACCOUNT, change("a").serverDefault(source).existingServerDefault(source)));
    }
    operations.add(new AlterColumnOp(ACCOUNT, change("a")));
    roundTrip(operations);
  }

  @Test
  void sequencesSchemasAndEnumerations() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (TableName name : TABLES) {
      Sequence sequence =
          Sequence.of(name).with(SequenceOptions.NONE.increment(10L).cycle(true));
      operations.add(new CreateSequenceOp(sequence, false));
      operations.add(new CreateSequenceOp(sequence.optional(), true));
      operations.add(new DropSequenceOp(name, false, null));
      operations.add(new DropSequenceOp(name, true, null));
      operations.add(new DropEnumOp(name, false, null));
      operations.add(new DropEnumOp(name, true, null));
      operations.add(new AddEnumValueOp(name, "x", false, null, false));
      operations.add(new AddEnumValueOp(name, "x", false, "y", false));
      operations.add(new AddEnumValueOp(name, "x", false, "y", true));
      operations.add(new AddEnumValueOp(name, "x", true, null, true));
      operations.add(new RenameEnumValueOp(name, "x", "it's"));
      operations.add(new ReplaceEnumValuesOp(
          enumeration("mood", "a", "b").existing(),
          List.of(),
          List.of(new EnumUse(name, Name.of("c"), "a"), new EnumUse(name, Name.of("d"), null)),
          new TreeMap<>(Map.of("c", "a", "d", "b"))));
    }
    for (Name name : NAMES) {
      operations.add(new CreateSchemaOp(name, false));
      operations.add(new CreateSchemaOp(name, true));
      operations.add(new DropSchemaOp(name, false, false));
      operations.add(new DropSchemaOp(name, true, true));
    }
    operations.add(new CreateEnumOp(enumeration("mood", "a", "b").in("other")));
    roundTrip(operations);
  }

  @Test
  void rowsAndStatements() {
    List<Column> columns = List.of(column("id", integer()), column("name", text()));
    List<List<Object>> rows =
        List.of(Arrays.asList(1, null), List.of(2, "it's"), List.of(3L, LocalDate.of(2026, 1, 2)));
    List<List<Object>> narrow = List.of(Arrays.asList((Object) null), List.of("x"));
    roundTrip(
        new BulkInsertOp(ACCOUNT, columns, rows, true),
        new BulkInsertOp(REMOTE, columns, rows, true),
        new BulkInsertOp(ACCOUNT, columns, rows, false),
        new BulkInsertOp(ACCOUNT, columns, List.of(), true),
        new BulkInsertOp(ACCOUNT, List.of(column("id", integer())), narrow, true),
        new ExecuteSqlOp("SELECT '\\u000a' -- \"x\"\n  FROM t;\r\n"),
        new ExecuteSqlOp("x".repeat(70_000)),
        new ExecuteSqlOp(("\uD83D\uDE00 " + "y".repeat(60) + "\n").repeat(2_000)),
        new ExecuteStatementOp(SqlStatement.statement("UPDATE t SET a = :a, b = :b")
            .bind("a", 5)
            .bind("b", null, text())),
        new OwnParts.CreateViewOp("v", "SELECT 1"));
  }

  @Test
  void batches() {
    Table known = Table.of("account", column("a", text()), unique("a"));
    List<MigrateOperation> inside = new ArrayList<>(List.of(
        new AddColumnOp(ACCOUNT, column("b", integer()).notNull()),
        new AddColumnOp(
            ACCOUNT,
            column("c", integer()),
            false,
            false,
            false,
            new ColumnPosition(Name.of("b"), false)),
        new DropColumnOp(ACCOUNT, Name.of("d"), null),
        new DropColumnOp(ACCOUNT, Name.quoted("D"), null),
        new AlterColumnOp(ACCOUNT, change("e").type(text())),
        new AddConstraintOp(ACCOUNT, check("b > 0").named("ck")),
        new DropConstraintOp(ACCOUNT, Name.of("x"), null, false, null),
        new DropConstraintOp(ACCOUNT, Name.exact("y"), ConstraintKind.CHECK, false, null),
        new DropConstraintOp(ACCOUNT, null, ConstraintKind.UNIQUE, false, unique("a")),
        new CreateIndexOp(index("ix").on("account", "b")),
        new CreateIndexOp(index("ix").on("account", "b"), true),
        new CreateIndexOp(index("ix").on("other", "b")),
        new DropIndexOp(Name.of("ix"), ACCOUNT, null),
        new DropIndexOp(Name.exact("ix"), ACCOUNT, null),
        new CreateTableCommentOp(ACCOUNT, "new", null),
        new CreateTableCommentOp(ACCOUNT, "new", "old"),
        new DropTableCommentOp(ACCOUNT, null),
        new ExecuteSqlOp("UPDATE account SET b = 1"),
        new OwnParts.CreateViewOp("v", "SELECT 1")));
    roundTrip(
        new BatchAlterTableOp(ACCOUNT, inside, BatchSettings.AUTO),
        new BatchAlterTableOp(ACCOUNT, inside, BatchSettings.ALWAYS),
        new BatchAlterTableOp(
            REMOTE,
            List.of(new DropColumnOp(REMOTE, Name.of("a"), null)),
            BatchSettings.NEVER
                .copyFrom(known)
                .reordering("a", "b")
                .reordering("c")
                .adding(unique("b").named("uq"))
                .with("sqlite_autoincrement", true)
                .namingConvention(NamingConvention.of("uq", "uq_%(table_name)s"))),
        new BatchAlterTableOp(ACCOUNT, List.of(), BatchSettings.AUTO));
  }

  @Test
  void whatIsTooLongForOneMethod_isSpreadOverSeveral() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      operations.add(new CreateTableOp(wide("table_" + i)));
    }
    RenderedMigration migration = RenderedMigration.upgrade(operations);
    assertThat(migration.source).contains("    upgradePart2(op);\n");
    assertThat(migration.upgraded()).isEqualTo(operations);
  }

  @Test
  void whatIsTooLongForOneClass_isSpreadOverSeveral() {
    List<MigrateOperation> operations = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      operations.add(new CreateTableOp(wide("table_" + i)));
    }
    assertThat(RenderedMigration.upgrade(operations).upgraded()).isEqualTo(operations);
  }

  private static Table wide(String name) {
    return Table.of(
        name,
        IntStream.range(0, 14)
            .mapToObj(i -> column("c_" + i + "_of_" + name, string(20)).notNull())
            .toArray(TableElement[]::new));
  }

  @Test
  void veryManyRows_becomeSeveralInserts() {
    List<Column> columns = List.of(column("a", integer()), column("b", integer()));
    List<List<Object>> rows = IntStream.range(0, 20_000)
        .<List<Object>>mapToObj(i -> List.of(i % 5, 7))
        .toList();
    List<MigrateOperation> upgraded = RenderedMigration.upgrade(
            new BulkInsertOp(ACCOUNT, columns, rows, true))
        .upgraded();
    assertThat(upgraded).hasSizeGreaterThan(1);
    assertThat(
            upgraded.stream().flatMap(op -> ((BulkInsertOp) op).rows().stream()).toList())
        .isEqualTo(rows);
  }

  @Test
  void whatIsWritten_isTheSameEachTime() {
    List<MigrateOperation> operations = columns().stream()
        .<MigrateOperation>map(c -> new AddColumnOp(ACCOUNT, c))
        .toList();
    assertThat(RenderedMigration.upgrade(operations).source)
        .isEqualTo(RenderedMigration.upgrade(operations).source);
  }
}
