package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Options;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.Table;
import dev.lambic.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.6 and newer: MySQL, less what has grown apart. The facts are those of its knowledge base. */
final class MariadbDialect extends MysqlDialect {
  private static final Set<String> RESERVED_WORDS = words("""
      accessible add all alter analyze and as asc asensitive before between bigint binary blob
      body both by call cascade case change char character check collate column condition
      constraint continue convert create cross current_date current_role current_time
      current_timestamp current_user cursor database databases day_hour day_microsecond
      day_minute day_second dec decimal declare default delayed delete delete_domain_id desc describe
      deterministic distinct distinctrow div do_domain_ids double drop dual each else elseif
      elsif enclosed escaped except exists exit explain false fetch float float4 float8 for
      force foreign from fulltext general goto grant group having high_priority history
      hour_microsecond hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids in
      index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect
      interval into is iterate join key keys kill leading leave left like limit linear lines
      load localtime localtimestamp lock long longblob longtext loop low_priority
      master_demote_to_replica master_demote_to_slave master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint
      mediumtext middleint minute_microsecond minute_second mod modifies natural
      no_write_to_binlog not null numeric offset on optimize option optionally or order others
      out outer outfile over package page_checksum parse_vcol_expr partition period portion position
      precision primary procedure purge raise range read read_write reads real recursive
      ref_system_id references regexp release rename repeat replace require resignal restrict
      return returning revoke right rlike row_number rows rowtype schema schemas
      second_microsecond select sensitive separator set show signal slow smallint spatial
      specific sql sql_after_gtids sql_before_gtids sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate
      sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages
      straight_join system system_time table terminated then tinyblob tinyint tinytext to
      trailing trigger true undo union unique unlock unsigned update usage use using utc_date
      utc_time utc_timestamp values varbinary varchar varcharacter varying versioning when where
      while window with without write xor year_month zerofill""");

  private static final Pattern CONNECTION_NUMBER = Pattern.compile("^\\(conn=\\d+\\) ");

  MariadbDialect(DialectSettings settings) {
    super(settings);
  }

  @Override
  public Dialect with(DialectSettings changed) {
    return new MariadbDialect(changed);
  }

  @Override
  public String id() {
    return "mariadb";
  }

  @Override
  public String productName() {
    return "MariaDB";
  }

  @Override
  protected boolean isProduct(String productName, String version) {
    return productName.equals(productName()) || version.contains("MariaDB");
  }

  @Override
  protected String urlPrefix() {
    return "jdbc:mariadb:";
  }

  @Override
  public String driverClass() {
    return "org.mariadb.jdbc.Driver";
  }

  @Override
  public String driverArtifact() {
    return "org.mariadb.jdbc:mariadb-java-client";
  }

  @Override
  protected Set<String> reservedWords() {
    return RESERVED_WORDS;
  }

  @Override
  protected Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
    capabilities.remove(Capability.EXPRESSION_INDEXES);
    capabilities.add(Capability.SEQUENCES);
    return capabilities;
  }

  /** Since 10.7. */
  @Override
  protected boolean hasNativeUuid() {
    return settings().isAtLeast(10, 7);
  }

  @Override
  protected boolean hasExpressionDefaults() {
    return settings().isAtLeast(10, 2, 1);
  }

  /** A computed column cannot be NOT NULL; where nothing is said it is not. */
  @Override
  protected boolean isNullable(Column column, Table table) {
    return (column.computed() != null && column.nullable() == null)
        || super.isNullable(column, table);
  }

  @Override
  protected String sequenceOptions(SequenceOptions options) {
    return super.sequenceOptions(options).replace("NO CYCLE", "NOCYCLE");
  }

  /** Some options of MySQL count where none of MariaDB's own is given. */
  @Override
  protected Optional<Object> sharedOption(Options options, String name) {
    return option(options, name).or(() -> options.get("mysql", name));
  }

  /** A condition that is written with its column cannot have a name; scripts keep Alembic's form. */
  @Override
  protected String columnChecks(Column column, TableName table) {
    return settings().isOffline()
        ? super.columnChecks(column, table)
        : super.columnChecks(
            withChecks(
                column,
                column.checks().stream()
                    .filter(check -> naming().name(table, check).name() == null)
                    .toList()),
            table);
  }

  @Override
  protected List<Constraint> constraintsOf(Column column, TableName table) {
    List<Constraint> constraints = new ArrayList<>(super.constraintsOf(column, table));
    if (!settings().isOffline()) {
      column.checks().stream()
          .map(check -> naming().name(table, check))
          .filter(check -> check.name() != null)
          .forEach(constraints::add);
    }
    return constraints;
  }

  private static Column withChecks(Column column, List<Constraint.Check> checks) {
    Column bare = column.withoutConstraints();
    for (Constraint.Check check : checks) {
      bare = bare.check(check);
    }
    return bare;
  }

  /** Unlike MySQL, MariaDB takes no distance from UTC in a literal. */
  @Override
  protected String zonedLiteral(String moment, String offset) {
    return "CONVERT_TZ(" + literal(moment) + ", " + literal(offset) + ", @@session.time_zone)";
  }

  /** The driver begins with the number of the connection. */
  @Override
  public String messageOf(SQLException failure) {
    return CONNECTION_NUMBER.matcher(super.messageOf(failure)).replaceFirst("");
  }

  @Override
  protected boolean readsInlineReferences() {
    return true;
  }

  @Override
  protected boolean hasDropConstraintIfExists() {
    return true;
  }

  @Override
  protected String checkWord() {
    return "CONSTRAINT";
  }

  @Override
  public Optional<SessionLimit> statementTimeout() {
    return Optional.of(new SessionLimit(
        "SELECT @@max_statement_time",
        "SET SESSION max_statement_time = %s",
        Duration.ofSeconds(1)));
  }

  @Override
  protected Inspector inspector(@Nullable Connection connection) {
    return new MysqlInspector(this, connection, true);
  }
}
