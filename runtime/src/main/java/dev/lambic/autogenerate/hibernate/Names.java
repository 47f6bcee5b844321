package dev.lambic.autogenerate.hibernate;

import dev.lambic.dialect.Inspector;
import dev.lambic.schema.Name;
import dev.lambic.schema.Name.Quoting;
import dev.lambic.schema.TableName;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/** Says which names the database stores for Hibernate's, which leaves it to the database to fold what is not quoted. */
final class Names {
  private final Inspector inspector;
  private final Database database;
  private final SqlStringGenerationContext context;

  Names(Inspector inspector, Database database, SqlStringGenerationContext context) {
    this.inspector = inspector;
    this.database = database;
    this.context = context;
  }

  Name of(Identifier identifier) {
    Quoting quoting = identifier.isQuoted() ? Quoting.ALWAYS : Quoting.NEVER;
    return inspector.named(inspector.stored(new Name(identifier.getText(), quoting)));
  }

  Name of(Column column) {
    return of(database.toIdentifier(column.getQuotedName()));
  }

  List<Name> of(List<Column> columns) {
    return columns.stream().map(this::of).toList();
  }

  /** Returns the name of a constraint or index, which no naming convention changes any more. */
  Name constraint(String name) {
    Name stored = of(database.toIdentifier(name));
    return new Name(stored.text(), stored.quoting(), true);
  }

  /** A database without schemas has catalogues in their place. */
  TableName of(QualifiedName name) {
    boolean hasSchemas = database.getJdbcEnvironment().getNameQualifierSupport().supportsSchemas();
    @Nullable
    Identifier owner = hasSchemas
        ? context.schemaWithDefault(name.getSchemaName())
        : context.catalogWithDefault(name.getCatalogName());
    return new TableName(owner == null ? null : of(owner), of(name.getObjectName()));
  }

  /** Returns the catalogue that stands beside a schema in a name, or null. */
  @Nullable
  Identifier catalogueOf(QualifiedName name) {
    return database.getJdbcEnvironment().getNameQualifierSupport().supportsSchemas()
        ? context.catalogWithDefault(name.getCatalogName())
        : null;
  }
}
