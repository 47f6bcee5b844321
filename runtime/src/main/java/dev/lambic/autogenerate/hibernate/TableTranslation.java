package dev.lambic.autogenerate.hibernate;

import dev.lambic.dialect.Inspector;
import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Constraint.Check;
import dev.lambic.schema.Constraint.PrimaryKey;
import dev.lambic.schema.Constraint.Unique;
import dev.lambic.schema.Expression;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Index;
import dev.lambic.schema.Name;
import dev.lambic.schema.Options;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Describes tables as Hibernate would create them, with their keys, references, conditions and indexes. */
final class TableTranslation {
  /** Where NULLs count as equal, Hibernate makes an index over the other rows instead. */
  private static final Pattern PARTIAL = Pattern.compile("(?is)create unique .*? where (.*)");

  private final Metadata metadata;
  private final Inspector inspector;
  private final Names names;
  private final SqlStringGenerationContext context;
  private final ColumnReader columnReader;
  private final List<String> remarks;
  private final Dialect hibernate;

  TableTranslation(
      Metadata metadata,
      Inspector inspector,
      Names names,
      SqlStringGenerationContext context,
      ColumnReader columnReader,
      List<String> remarks) {
    this.metadata = metadata;
    this.inspector = inspector;
    this.names = names;
    this.context = context;
    this.columnReader = columnReader;
    this.remarks = remarks;
    this.hibernate = metadata.getDatabase().getDialect();
  }

  Table of(org.hibernate.mapping.Table source) {
    TableName name = names.of(source.getQualifiedTableName());
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    if (source.hasPrimaryKey()) {
      constraints.add(new PrimaryKey(null, names.of(source.getPrimaryKey().getColumns())));
    }
    for (org.hibernate.mapping.Column column : source.getColumns()) {
      columns.add(columnReader.read(source, column));
      if (column.isUnique() && !source.isPrimaryKey(column) && !hasKeyOf(source, column)) {
        constraints.add(new Unique(null, List.of(names.of(column))));
      }
      constraints.addAll(
          checks(name.name().text() + "_" + column.getName(), column.getCheckConstraints()));
      remark(source, "column " + column.getName(), column.getOptions());
    }
    source.getUniqueKeys().values().stream()
        .sorted(Comparator.comparing(UniqueKey::getName))
        .forEach(key -> uniqueKey(name, key, constraints, indexes));
    constraints.addAll(checks(name.name().text(), source.getChecks()));
    source.getForeignKeyCollection().stream()
        .filter(key -> key.isPhysicalConstraint() && key.isCreationEnabled())
        .sorted(Comparator.comparing(ForeignKey::getName))
        .forEach(key -> constraints.add(foreignKey(key)));
    source.getIndexes().values().stream()
        .sorted(Comparator.comparing(org.hibernate.mapping.Index::getName))
        .forEach(index -> indexes.add(index(name, index)));
    if (names.catalogueOf(source.getQualifiedTableName()) != null) {
      remark(source, "", "catalog " + names.catalogueOf(source.getQualifiedTableName()));
    }
    remark(source, "", source.getOptions());
    remark(source, "", source.getExtraDeclarations());
    return new Table(
        name, columns, constraints, indexes, source.getComment(), List.of(), Options.NONE);
  }

  private void remark(org.hibernate.mapping.Table table, String part, @Nullable String options) {
    if (options != null && !options.isBlank()) {
      remarks.add("Table '" + table.getName() + "' of the entities has '" + options.strip() + "'"
          + (part.isEmpty() ? "" : " on its " + part) + ", which is not compared.");
    }
  }

  private static boolean hasKeyOf(
      org.hibernate.mapping.Table table, org.hibernate.mapping.Column column) {
    return table.getUniqueKeys().values().stream()
        .anyMatch(key -> key.getColumns().equals(List.of(column)));
  }

  /** Names that nobody has chosen are left to the naming convention, or to the database. */
  private void uniqueKey(
      TableName table, UniqueKey key, List<Constraint> constraints, List<Index> indexes) {
    Name name = key.isNameExplicit() ? names.constraint(key.getName()) : null;
    String sql =
        hibernate.getUniqueDelegate().getAlterTableToAddUniqueKeyCommand(key, metadata, context);
    Matcher partial = PARTIAL.matcher(sql);
    if (partial.matches()) {
      List<Expression> elements = names.of(key.getColumns()).stream()
          .<Expression>map(ColumnReference::new)
          .toList();
      indexes.add(new Index(names.constraint(key.getName()), table, elements, true, Options.NONE)
          .with(inspector.dialect().id() + "_where", new SqlText(partial.group(1))));
    } else {
      constraints.add(new Unique(name, names.of(key.getColumns())));
    }
    remark(key.getTable(), "unique key " + key.getName(), key.getOptions());
  }

  /** Conditions without a name become one, which PostgreSQL would call so too. */
  private List<Constraint> checks(String prefix, List<CheckConstraint> source) {
    List<Constraint> checks = new ArrayList<>();
    String anonymous = source.stream()
        .filter(CheckConstraint::isAnonymous)
        .map(CheckConstraint::getConstraint)
        .collect(Collectors.joining(") and ("));
    if (!anonymous.isEmpty()) {
      boolean isSingle = source.stream().filter(CheckConstraint::isAnonymous).count() == 1;
      checks.add(new Check(
          names.constraint(prefix + "_check"),
          new SqlText(isSingle ? anonymous : "(" + anonymous + ")")));
    }
    for (CheckConstraint check : source) {
      if (check.isNamed()) {
        checks.add(
            new Check(names.constraint(check.getName()), new SqlText(check.getConstraint())));
      }
    }
    return checks;
  }

  private Constraint foreignKey(ForeignKey source) {
    List<org.hibernate.mapping.Column> referents = source.isReferenceToPrimaryKey()
        ? source.getReferencedTable().getPrimaryKey().getColumns()
        : source.getReferencedColumns();
    OnDeleteAction action = hibernate.supportsCascadeDelete() ? source.getOnDeleteAction() : null;
    remark(source.getTable(), "foreign key " + source.getName(), source.getKeyDefinition());
    remark(source.getTable(), "foreign key " + source.getName(), source.getOptions());
    return new Constraint.ForeignKey(
            names.constraint(source.getName()),
            names.of(source.getColumns()),
            names.of(source.getReferencedTable().getQualifiedTableName()),
            names.of(referents))
        .onDelete(
            action == null || action == OnDeleteAction.NO_ACTION
                ? null
                : new ReferentialAction(action.toSqlString().toUpperCase(Locale.ROOT)));
  }

  private Index index(TableName table, org.hibernate.mapping.Index source) {
    List<Expression> elements = new ArrayList<>();
    for (Selectable selectable : source.getSelectables()) {
      Expression element = selectable instanceof org.hibernate.mapping.Column column
          ? new ColumnReference(names.of(column))
          : new SqlText(selectable.getText(hibernate));
      String order = source.getSelectableOrderMap().get(selectable);
      boolean isDescending = order != null && order.strip().equalsIgnoreCase("desc");
      elements.add(isDescending ? new Ordered(element, true) : element);
    }
    remark(source.getTable(), "index " + source.getName(), source.getOptions());
    return new Index(
        names.constraint(source.getName()), table, elements, source.isUnique(), Options.NONE);
  }
}
