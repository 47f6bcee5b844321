package dev.lambic.autogenerate.hibernate;

import dev.lambic.dialect.Dialect;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.schema.MetaData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** Has Hibernate read a mapping, without a connection. */
final class Boot {
  private Boot() {}

  /** What is made of a mapping while Hibernate's services are up. */
  @FunctionalInterface
  interface Reader {
    MetaData read(Metadata metadata);
  }

  /** Returns the settings for a database; the user's own go before them. */
  static Map<String, Object> settings(Dialect dialect, Map<String, Object> own) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, "false");
    settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, dialect.productName());
    List<Integer> version = dialect.settings().serverVersion();
    if (version != null && version.size() > 1) {
      settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, version.get(0).toString());
      settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, version.get(1).toString());
    }
    settings.putAll(own);
    return settings;
  }

  static MetaData ofClasses(List<Class<?>> classes, Map<String, Object> settings, Reader reader) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(settings).build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.forEach(sources::addAnnotatedClass);
      return reader.read(sources.buildMetadata());
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }

  static MetaData ofPersistenceUnit(String name, Map<String, Object> settings, Reader reader) {
    EntityManagerFactoryBuilder builder = new Units().find(name, settings);
    if (builder == null) {
      throw new EnvironmentException(Problem.of(
              ProblemId.MODEL_UNREADABLE,
              "There is no persistence unit '" + name + "' of Hibernate's on the class path.")
          .with("looked for", "META-INF/persistence.xml")
          .fix("correct the name, or put the file on the class path."));
    }
    try {
      return reader.read(builder.metadata());
    } finally {
      builder.cancel();
    }
  }

  /** What finds persistence units is open to subclasses alone. */
  private static final class Units extends HibernatePersistenceProvider {
    @Nullable
    EntityManagerFactoryBuilder find(String name, Map<String, Object> settings) {
      return getEntityManagerFactoryBuilderOrNull(name, settings);
    }
  }
}
