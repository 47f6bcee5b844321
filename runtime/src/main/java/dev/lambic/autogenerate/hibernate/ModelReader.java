package dev.lambic.autogenerate.hibernate;

import dev.lambic.dialect.Capability;
import dev.lambic.dialect.Dialect;
import dev.lambic.dialect.Inspector;
import dev.lambic.dialect.Snapshot;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.EnumType;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.MetaData.FirstStatement;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.dialect.internal.StandardDialectResolver;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Translates a mapping of Hibernate's into a description of tables and sequences. */
final class ModelReader {
  private static final Pattern ENUM = Pattern.compile("(?is)create type (\\S+) as enum \\((.*)\\)");
  private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");

  private final Dialect dialect;
  private final Metadata metadata;
  private final Database database;
  private final SqlStringGenerationContext context;
  private final Names names;
  private final Inspector inspector;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Sequence> sequences = new ArrayList<>();
  private final List<FirstStatement> statements = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  ModelReader(Dialect dialect, Metadata metadata) {
    this.dialect = dialect;
    this.metadata = metadata;
    this.database = metadata.getDatabase();
    JdbcEnvironment environment = database.getJdbcEnvironment();
    Map<String, Object> settings = ((MetadataImplementor) metadata)
        .getMetadataBuildingOptions()
        .getServiceRegistry()
        .requireService(ConfigurationService.class)
        .getSettings();
    this.context =
        SqlStringGenerationContextImpl.fromConfigurationMap(environment, database, settings);
    this.inspector = Inspector.of(dialect, new Snapshot(null, List.of(), List.of(), List.of()));
    this.names = new Names(inspector, database, context);
  }

  MetaData read() {
    refuseOtherDatabase();
    orderColumns();
    auxiliaryObjects();
    TableTranslation translation = new TableTranslation(
        metadata,
        inspector,
        names,
        context,
        new ColumnReader(inspector, metadata, names, enums),
        remarks);
    for (Namespace namespace : database.getNamespaces()) {
      namespace.getSequences().forEach(this::sequence);
      namespace
          .getUserDefinedTypes()
          .forEach(type -> remarks.add("The type '" + type.getName()
              + "' of the entities is no table; create it in a revision of its own."));
      for (org.hibernate.mapping.Table table : namespace.getTables()) {
        if (table.isPhysicalTable()) {
          table(translation, table);
        }
      }
    }
    for (InitCommand command : database.getInitCommands()) {
      for (String sql : command.initCommands()) {
        remarks.add("Hibernate would run '" + sql + "' on a new database.");
      }
    }
    return new MetaData(tables, sequences, statements, remarks);
  }

  /** Hibernate puts columns, also those of keys, into order before it creates tables; once, or they get out of it. */
  private void orderColumns() {
    boolean isDone = metadata.collectTableMappings().stream()
        .anyMatch(table ->
            table.getPrimaryKey() != null && table.getPrimaryKey().getOriginalOrder() != null);
    if (!isDone) {
      ((MetadataImplementor) metadata).orderColumns(true);
    }
  }

  /** A mapping that was built for another database has that one's types. */
  private void refuseOtherDatabase() {
    org.hibernate.dialect.Dialect used = database.getDialect();
    org.hibernate.dialect.Dialect expected =
        new StandardDialectResolver().resolveDialect(new ProductInfo(dialect.productName()));
    if (expected != null && !expected.getClass().isInstance(used)) {
      throw new EnvironmentException(Problem.of(
              ProblemId.MODEL_UNREADABLE,
              "The entities were mapped for another database than " + dialect.id() + ".")
          .with("Hibernate's dialect", used.getClass().getName())
          .fix("leave 'hibernate.dialect' out, so that it follows the database; or name one for "
              + dialect.id() + "."));
    }
  }

  /** The types of enumerations are understood; what else hangs beside the tables is pointed out. */
  private void auxiliaryObjects() {
    for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
      if (!object.appliesToDialect(database.getDialect())) {
        continue;
      }
      for (String sql : object.sqlCreateStrings(context)) {
        Matcher parts = ENUM.matcher(sql.strip());
        if (parts.matches() && dialect.supports(Capability.ENUM_TYPES)) {
          enumeration(parts.group(1), parts.group(2));
        } else {
          remarks.add(
              "Hibernate would run '" + sql.strip()
                  + "', which no description of tables holds; do so in a revision of its own if it is needed.");
        }
      }
    }
  }

  private void enumeration(String name, String values) {
    List<String> labels = STRING
        .matcher(values)
        .results()
        .map(value -> value.group(1).replace("''", "'"))
        .toList();
    Name stored = names.of(database.toIdentifier(name));
    enums.put(
        name.toLowerCase(Locale.ROOT),
        new EnumType(stored, null, labels, true, false, null, true, null));
  }

  private void sequence(org.hibernate.boot.model.relational.Sequence sequence) {
    Sequence read = Sequence.of(names.of(sequence.getName()))
        .with(SequenceOptions.NONE.start((long) sequence.getInitialValue()).increment((long)
            sequence.getIncrementSize()));
    sequences.add(read);
    if (sequence.getOptions() != null && !sequence.getOptions().isBlank()) {
      remarks.add("The options '" + sequence.getOptions() + "' of sequence '" + read.name()
          + "' are not compared.");
    }
  }

  private void table(TableTranslation translation, org.hibernate.mapping.Table source) {
    if (source.isView()) {
      remarks.add("The view '" + source.getName()
          + "' of the entities is not compared; create it in a revision of its own.");
      return;
    }
    Table table = translation.of(source);
    tables.add(table);
    for (InitCommand command : source.getInitCommands(context)) {
      for (String sql : command.initCommands()) {
        statements.add(new FirstStatement(table.name(), sql));
      }
    }
  }
}
