package dev.lambic.autogenerate.hibernate;

import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.dialect.Dialect;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.MetaData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;

/**
 * The tables and sequences of JPA entities, as Hibernate maps them: its names, types, join tables, strategies of
 * inheritance, embeddables, enumerations and generators. Hibernate reads the annotations and opens no connection; its
 * dialect is that of the database which is compared. Needs {@code org.hibernate.orm:hibernate-core} on the class path.
 * Immutable.
 *
 * <pre>{@code
 * Config.builder().option(TargetMetadata.OPTION,
 *     HibernateMetadata.ofClasses(Account.class, Invoice.class)
 *         .with("hibernate.physical_naming_strategy", "com.example.SnakeCase"))
 * }</pre>
 */
public final class HibernateMetadata implements TargetMetadata {
  private final Source source;
  private final Map<String, Object> settings;

  /** Where the mapping comes from. */
  @FunctionalInterface
  interface Source {
    /** Returns what the reader makes of the mapping, and closes what had to be opened for it. */
    MetaData read(Map<String, Object> settings, Boot.Reader reader);
  }

  private HibernateMetadata(Source source, Map<String, Object> settings) {
    this.source = source;
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Returns the model of annotated classes: entities, embeddables, mapped superclasses and converters. */
  public static HibernateMetadata ofClasses(Class<?>... classes) {
    List<Class<?>> annotated = List.of(classes);
    return new HibernateMetadata(
        (settings, reader) -> Boot.ofClasses(annotated, settings, reader), new LinkedHashMap<>());
  }

  /** Returns the model of a persistence unit, as {@code META-INF/persistence.xml} describes it. */
  public static HibernateMetadata ofPersistenceUnit(String name) {
    Objects.requireNonNull(name, "name");
    return new HibernateMetadata(
        (settings, reader) -> Boot.ofPersistenceUnit(name, settings, reader),
        new LinkedHashMap<>());
  }

  /**
   * Returns the model of a mapping that the caller has built, with whatever strategies of naming and types it was built
   * with. It must have been built for the database that is compared.
   */
  public static HibernateMetadata of(Metadata metadata) {
    Objects.requireNonNull(metadata, "metadata");
    return new HibernateMetadata(
        (settings, reader) -> reader.read(metadata), new LinkedHashMap<>());
  }

  /**
   * Returns this model, read with one more setting of Hibernate's: a naming strategy, a default schema, a dialect of the
   * project's own ({@code hibernate.dialect}).
   */
  public HibernateMetadata with(String setting, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(settings);
    extended.put(setting, value);
    return new HibernateMetadata(source, extended);
  }

  /**
   * Returns the tables and sequences that Hibernate would create.
   *
   * @throws EnvironmentException if Hibernate is missing or refuses the mapping, or a column says what cannot be described
   */
  @Override
  public List<MetaData> read(Dialect dialect) {
    try {
      return List.of(source.read(
          Boot.settings(dialect, settings), metadata -> new ModelReader(dialect, metadata).read()));
    } catch (HibernateException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.MODEL_UNREADABLE, "Hibernate does not accept the entities.")
              .with("Hibernate says", String.valueOf(e.getMessage()))
              .fix("correct the mapping, or the setting that Hibernate names."),
          e);
    } catch (NoClassDefFoundError e) {
      throw new EnvironmentException(
          Problem.of(
                  ProblemId.MODEL_UNREADABLE,
                  "The entities cannot be read: a class of Hibernate's is not on the class path.")
              .with("missing", String.valueOf(e.getMessage()))
              .fix("add the dependency 'org.hibernate.orm:hibernate-core'."),
          e);
    }
  }
}
