package dev.lambic.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.autogenerate.Autogenerate;
import dev.lambic.autogenerate.AutogenerateContext;
import dev.lambic.autogenerate.AutogenerateOptions;
import dev.lambic.autogenerate.Difference;
import dev.lambic.autogenerate.Finding;
import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.hibernate.HibernateMetadata;
import dev.lambic.it.catalogue.Catalogue;
import dev.lambic.it.entities.CardPayment;
import dev.lambic.it.entities.Category;
import dev.lambic.it.entities.Contract;
import dev.lambic.it.entities.OrderLine;
import dev.lambic.it.entities.OrderStatus;
import dev.lambic.it.entities.Person;
import dev.lambic.it.entities.Product;
import dev.lambic.it.entities.Rating;
import dev.lambic.it.entities.SalesOrder;
import dev.lambic.it.entities.Shop;
import dev.lambic.it.entities.Vehicle;
import dev.lambic.it.entities.changed.ChangedVehicle;
import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import dev.lambic.runtime.MigrationContext;
import dev.lambic.schema.MetaData;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.params.ParameterizedTest;

/** The entities of a shop, from their mapping to a database that Hibernate accepts, works with, and leaves again. */
class HibernateIT {
  private static final AutogenerateOptions OPTIONS =
      AutogenerateOptions.DEFAULT.compareServerDefault(true).allowDestructive(true);

  private static AutogenerateContext context(Connection connection) throws SQLException {
    return new AutogenerateContext(
        connection,
        MigrationContext.configure(connection).dialect().connected(connection),
        OPTIONS);
  }

  private static MetaData[] model(AutogenerateContext context, Class<?>... classes) {
    return HibernateMetadata.ofClasses(classes).read(context.dialect()).toArray(MetaData[]::new);
  }

  private static List<Difference> differences(Connection connection, Class<?>... classes)
      throws SQLException {
    AutogenerateContext context = context(connection);
    return Autogenerate.compareMetadata(context, model(context, classes));
  }

  private static MigrationScript script(Connection connection, Class<?>... classes)
      throws SQLException {
    AutogenerateContext context = context(connection);
    return Autogenerate.produceMigrations(context, model(context, classes)).get(0);
  }

  private static void run(Connection connection, List<MigrateOperation> operations) {
    Operations op = new Operations(MigrationContext.configure(connection));
    operations.forEach(op::invoke);
  }

  /** Hibernate itself, on the database; it validates the schema while it starts. */
  private static SessionFactory start(TestDatabase database, Class<?>... classes) {
    StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
        .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource())
        .applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "validate")
        .build();
    MetadataSources sources = new MetadataSources(registry);
    for (Class<?> each : classes) {
      sources.addAnnotatedClass(each);
    }
    return sources.buildMetadata().buildSessionFactory();
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void whatTheEntitiesMade_isAcceptedByHibernate_doesNotDiffer_andGoesWithoutATrace(
      TestDatabase database) throws SQLException {
    Catalogue empty = database.catalogue();
    try (Connection connection = database.connect()) {
      MigrationScript script = script(connection, Shop.classes());
      assertThat(script.findings()).isEmpty();
      run(connection, script.upgradeOps().operations());
      assertThat(differences(connection, Shop.classes())).isEmpty();
      foldedHistory_doesNotDifferEither(connection, script);
      try (SessionFactory hibernate = start(database, Shop.classes())) {
        UUID product = persist(hibernate);
        readBack(hibernate, product);
      }
      run(connection, script.downgradeOps().operations());
      assertThat(database.catalogue().changesSince(empty)).isEmpty();
    }
  }

  /** Without the database. */
  private static void foldedHistory_doesNotDifferEither(
      Connection connection, MigrationScript script) throws SQLException {
    AutogenerateContext context = context(connection);
    AutogenerateContext history =
        Folds.of(script.upgradeOps().operations()).context(context.dialect(), OPTIONS);
    assertThat(Autogenerate.compareMetadata(history, model(context, Shop.classes())))
        .isEmpty();
  }

  private static UUID persist(SessionFactory hibernate) {
    return hibernate.fromTransaction(session -> {
      Category category = new Category();
      category.name = "tools";
      session.persist(category);
      Product product = new Product();
      product.sku = "h-1";
      product.vendor = "acme";
      product.name = "hammer";
      product.weight = 1.5;
      product.tax = new BigDecimal("0.190");
      product.attributes.put("colour", "red");
      product.descriptions.put("en", "hits nails");
      product.rating = Rating.GOOD;
      product.category = category;
      session.persist(product);
      Person person = new Person();
      person.displayName = "Ada";
      person.phones.add("123");
      session.persist(person);
      SalesOrder order = new SalesOrder();
      order.customer = person;
      order.status = OrderStatus.PAID;
      OrderLine line = new OrderLine();
      line.id.line = 1;
      line.order = order;
      line.product = product;
      order.lines.add(line);
      session.persist(order);
      CardPayment payment = new CardPayment();
      payment.order = order;
      payment.lastDigits = "4242";
      session.persist(payment);
      Contract contract = new Contract();
      contract.title = "terms";
      contract.wording = "all of it";
      session.persist(contract);
      return product.id;
    });
  }

  private static void readBack(SessionFactory hibernate, UUID id) {
    hibernate.inTransaction(session -> {
      Product product = session.find(Product.class, id);
      assertThat(product.attributes).containsEntry("colour", "red");
      assertThat(product.rating).isEqualTo(Rating.GOOD);
      assertThat(product.category.id).isEqualTo(100);
      SalesOrder order =
          session.createQuery("from SalesOrder", SalesOrder.class).getSingleResult();
      assertThat(order.status).isEqualTo(OrderStatus.PAID);
      assertThat(order.lines).hasSize(1);
      assertThat(((Person) order.customer).phones).containsExactly("123");
      assertThat(session.createQuery("from Payment", Object.class).getSingleResult())
          .isInstanceOf(CardPayment.class);
      assertThat(session.createQuery("from Document", Object.class).getSingleResult())
          .isInstanceOf(Contract.class);
    });
  }

  @ParameterizedTest
  @AllDatabases(except = DatabaseKind.SQLITE)
  void whatChangesInAnEntity_isFound_andMadeUpFor(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      run(connection, script(connection, Shop.classes()).upgradeOps().operations());
      Class<?>[] changed = Shop.with(Vehicle.class, ChangedVehicle.class);
      assertThat(differences(connection, changed))
          .extracting(difference -> difference.operation().getClass().getSimpleName())
          .containsExactly("AddColumnOp", "AlterColumnOp", "DropColumnOp");
      MigrationScript script = script(connection, changed);
      run(connection, script.upgradeOps().operations());
      assertThat(differences(connection, changed)).isEmpty();
      start(database, changed).close();
      run(connection, script.downgradeOps().operations());
      assertThat(differences(connection, Shop.classes())).isEmpty();
    }
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.HSQLDB, DatabaseKind.SQLITE})
  void whatHibernateMadeItself_differsInNamesAlone(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
          .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource())
          .applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "create-only")
          .build();
      MetadataSources sources = new MetadataSources(registry);
      for (Class<?> each : Shop.classes()) {
        sources.addAnnotatedClass(each);
      }
      sources.buildMetadata().buildSessionFactory().close();
      assertThat(differences(connection, Shop.classes()))
          .extracting(Difference::operation)
          .allSatisfy(operation -> assertThat(operation.toString()).contains("Check["));
    }
  }

  @ParameterizedTest
  @AllDatabases(only = DatabaseKind.POSTGRESQL_18)
  void anEnumerationOfItsOwn_getsItsNewValueInItsPlace(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      MigrationScript script =
          script(connection, dev.lambic.it.entities.changed.before.Parcel.class);
      run(connection, script.upgradeOps().operations());
      assertThat(script.findings())
          .extracting(Finding::text)
          .allMatch(text -> text.contains("create cast"));
      assertThat(differences(connection, dev.lambic.it.entities.changed.before.Parcel.class))
          .isEmpty();
      assertThat(differences(connection, dev.lambic.it.entities.changed.after.Parcel.class))
          .extracting(difference -> difference.operation().getClass().getSimpleName())
          .containsExactly("AddEnumValueOp");
      run(
          connection,
          script(connection, dev.lambic.it.entities.changed.after.Parcel.class)
              .upgradeOps()
              .operations());
      start(database, dev.lambic.it.entities.changed.after.Parcel.class).close();
    }
  }

  @ParameterizedTest
  @AllDatabases(except = {DatabaseKind.HSQLDB, DatabaseKind.SQLITE})
  void aNewValueOfAnEnumeration_isMadeRoomFor(TestDatabase database) throws SQLException {
    Class<?> before = dev.lambic.it.entities.changed.before.Crate.class;
    Class<?> after = dev.lambic.it.entities.changed.after.Crate.class;
    try (Connection connection = database.connect()) {
      run(connection, script(connection, before).upgradeOps().operations());
      assertThat(differences(connection, before)).isEmpty();
      MigrationScript script = script(connection, after);
      assertThat(script.upgradeOps().operations()).isNotEmpty();
      run(connection, script.upgradeOps().operations());
      assertThat(differences(connection, after)).isEmpty();
      try (SessionFactory hibernate = start(database, after)) {
        hibernate.inTransaction(session -> {
          var crate = new dev.lambic.it.entities.changed.after.Crate();
          crate.state = dev.lambic.it.entities.changed.after.Crate.State.LOST;
          session.persist(crate);
        });
      }
    }
  }
}
