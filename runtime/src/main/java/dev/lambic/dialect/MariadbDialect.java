package dev.lambic.dialect;

import dev.lambic.schema.Column;
import dev.lambic.schema.Options;
import dev.lambic.schema.Table;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** MariaDB 10.6 and newer: MySQL, less what has grown apart. The facts are those of its knowledge base. */
final class MariadbDialect extends MysqlDialect {
  private static final Set<String> RESERVED_WORDS = words("""
      accessible add all alter analyze and as asc asensitive before between bigint binary blob
      body both by call cascade case change char character check collate column condition
      constraint continue convert create cross current_date current_role current_time
      current_timestamp current_user cursor database databases day_hour day_microsecond
      day_minute day_second dec decimal declare default delayed delete desc describe
      deterministic distinct distinctrow div do_domain_ids double drop dual each else elseif
      elsif enclosed escaped except exists exit explain false fetch float float4 float8 for
      force foreign from fulltext general goto grant group having high_priority history
      hour_microsecond hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids in
      index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect
      interval into is iterate join key keys kill leading leave left like limit linear lines
      load localtime localtimestamp lock long longblob longtext loop low_priority
      master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint
      mediumtext middleint minute_microsecond minute_second mod modifies natural
      no_write_to_binlog not null numeric offset on optimize option optionally or order others
      out outer outfile over package page_checksum parse_vcol_expr partition period position
      precision primary procedure purge raise range read read_write reads real recursive
      ref_system_id references regexp release rename repeat replace require resignal restrict
      return returning revoke right rlike row_number rows rowtype schema schemas
      second_microsecond select sensitive separator set show signal slow smallint spatial
      specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate
      sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages
      straight_join system system_time table terminated then tinyblob tinyint tinytext to
      trailing trigger true undo union unique unlock unsigned update usage use using utc_date
      utc_time utc_timestamp values varbinary varchar varcharacter varying versioning when where
      while window with without write xor year_month zerofill""");

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
  protected boolean isProduct(String productName, String version) {
    return productName.equals("MariaDB") || version.contains("MariaDB");
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

  /** Some options of MySQL count where none of MariaDB's own is given. */
  @Override
  protected Optional<Object> sharedOption(Options options, String name) {
    return option(options, name).or(() -> options.get("mysql", name));
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
  protected Inspector inspector(Connection connection) {
    return new MysqlInspector(this, connection, true);
  }
}
