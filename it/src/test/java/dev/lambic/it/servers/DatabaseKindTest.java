package dev.lambic.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseKindTest {
  @Test
  void allAreSelectedUnlessSomeAreNamed() {
    assertThat(DatabaseKind.selected("")).containsExactly(DatabaseKind.values());
    assertThat(DatabaseKind.selected("mysql, postgresql-14"))
        .containsExactly(DatabaseKind.POSTGRESQL_14, DatabaseKind.MYSQL);
  }

  @Test
  void aNameThatNoDatabaseHas_isAnError() {
    assertThatThrownBy(() -> DatabaseKind.selected("h2,postgres"))
        .hasMessage("-Dit.databases names 'postgres'; there are"
            + " [h2, hsqldb, sqlite, postgresql-14, postgresql-18, mariadb, mysql]");
  }
}
