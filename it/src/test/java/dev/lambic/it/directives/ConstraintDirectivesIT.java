package dev.lambic.it.directives;

import static dev.lambic.it.directives.Directives.on;
import static dev.lambic.schema.Schema.*;

import dev.lambic.it.servers.AllDatabases;
import dev.lambic.it.servers.DatabaseKind;
import dev.lambic.it.servers.TestDatabase;
import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.MigrateOperation.AddConstraintOp;
import dev.lambic.operations.MigrateOperation.DropConstraintOp;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.ConstraintKind;
import dev.lambic.schema.Deferral;
import dev.lambic.schema.Name;
import dev.lambic.schema.ReferentialAction;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;

/** Constraints are added and dropped. */
class ConstraintDirectivesIT {
  private static final TableName PET = TableName.of("pet");

  private static Directives pets(TestDatabase database) throws SQLException {
    return on(database)
        .given(Table.of(
            "account",
            column("id", integer()).primaryKey(),
            column("a", integer()).notNull(),
            column("b", integer()).notNull(),
            unique("a", "b").named("uq_account")))
        .given(Table.of(
            "pet",
            column("id", integer()).notNull(),
            column("owner_id", integer()),
            column("a", integer()),
            column("b", integer())));
  }

  private static MigrateOperation add(Constraint constraint) {
    return new AddConstraintOp(PET, constraint);
  }

  private static Constraint.ForeignKey owner() {
    return foreignKey("owner_id").references("account", "id").named("fk_owner");
  }

  @ParameterizedTest
  @AllDatabases
  void keysAndConditions(TestDatabase database) throws SQLException {
    pets(database)
        .change("a primary key", add(primaryKey("id").named("pk_pet")))
        .change("a unique constraint", add(unique("a", "b").named("uq_pet")))
        .change("a check", add(check("a > 0").named("ck_pet")))
        .change("an odd name", add(check("a > 0").named("Ck of \"a\"")))
        .keep("a check without a name", add(check("b > 0")))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void foreignKeys(TestDatabase database) throws SQLException {
    pets(database)
        .change("plain", add(owner()))
        .change("on delete cascade", add(owner().onDelete(ReferentialAction.CASCADE)))
        .change("on delete set null", add(owner().onDelete(ReferentialAction.SET_NULL)))
        .change("on update cascade", add(owner().onUpdate(ReferentialAction.CASCADE)))
        .change(
            "of several columns",
            add(foreignKey("a", "b").references("account", "a", "b").named("fk_ab")))
        .change(
            "match full",
            add(foreignKey("a", "b")
                .references("account", "a", "b")
                .named("fk_ab")
                .match("FULL")))
        .change("deferred", add(owner().deferred(Deferral.INITIALLY_DEFERRED)))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void dropConstraint(TestDatabase database) throws SQLException {
    pets(database)
        .given(Table.of(
            "toy",
            column("id", integer()).notNull().autoincrement(false),
            column("a", integer()),
            primaryKey("id").named("pk_toy"),
            check("a < 9").named("ck_first"),
            unique("a").named("uq_toy"),
            check("a > 0").named("ck_toy"),
            foreignKey("a").references("account", "id").named("fk_toy")))
        .change("of an unknown kind", drop("ck_first", null, false, null))
        .change("a foreign key", drop("fk_toy", ConstraintKind.FOREIGN_KEY, false, null))
        .change(
            "a check",
            drop("ck_toy", ConstraintKind.CHECK, false, check("a > 0").named("ck_toy")))
        .change(
            "unique", drop("uq_toy", ConstraintKind.UNIQUE, false, unique("a").named("uq_toy")))
        .change(
            "a primary key",
            drop("pk_toy", ConstraintKind.PRIMARY_KEY, false, primaryKey("id").named("pk_toy")))
        .change("only if it is there", drop("none", ConstraintKind.CHECK, true, null))
        .change("though it is not there", drop("none", ConstraintKind.CHECK, false, null))
        .asRecorded();
  }

  private static MigrateOperation drop(
      String name, @Nullable ConstraintKind kind, boolean ifExists, @Nullable Constraint dropped) {
    return new DropConstraintOp(TableName.of("toy"), Name.of(name), kind, ifExists, dropped);
  }

  @ParameterizedTest
  @AllDatabases(only = {DatabaseKind.POSTGRESQL_14, DatabaseKind.POSTGRESQL_18})
  void postgresql(TestDatabase database) throws SQLException {
    pets(database)
        .change(
            "deferrable", add(unique("a").named("uq_pet").deferred(Deferral.INITIALLY_IMMEDIATE)))
        .change(
            "include", add(unique("a").named("uq_pet").with("postgresql_include", List.of("b"))))
        .change(
            "a key that includes",
            add(primaryKey("id").named("pk_pet").with("postgresql_include", List.of("b"))))
        .change(
            "nulls not distinct",
            add(unique("a").named("uq_pet").with("postgresql_nulls_not_distinct", true)))
        .change(
            "a check that is not validated",
            add(check("a > 0").named("ck_pet").with("postgresql_not_valid", true)))
        .change(
            "a foreign key that is not validated", add(owner().with("postgresql_not_valid", true)))
        .change(
            "set null for one column",
            add(foreignKey("a", "b")
                .references("account", "a", "b")
                .named("fk_ab")
                .onDelete(new ReferentialAction("SET NULL (a)"))))
        .asRecorded();
  }

  @ParameterizedTest
  @AllDatabases
  void exclusion(TestDatabase database) throws SQLException {
    pets(database)
        .change(
            "of ranges", add(exclude("int4range(a, b)", "&&").named("ex_pet").where("a < b")))
        .change(
            "deferred",
            add(exclude("a", "=")
                .using("btree")
                .named("ex_pet")
                .deferred(Deferral.INITIALLY_DEFERRED)))
        .asRecorded();
  }
}
