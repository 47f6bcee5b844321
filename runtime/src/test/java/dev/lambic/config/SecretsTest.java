package dev.lambic.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:h2:./shop;USER=sa;PASSWORD=hunter2;MODE=MySQL | jdbc:h2:./shop;USER=sa;PASSWORD=****;MODE=MySQL",
        "jdbc:postgresql://db/shop?user=u&password=hunter2&ssl=true | jdbc:postgresql://db/shop?user=u&password=****&ssl=true",
        "jdbc:postgresql://db/shop?sslpassword=hunter2 | jdbc:postgresql://db/shop?sslpassword=****",
        "jdbc:mysql://u:hunter2@db:3306/shop | jdbc:mysql://u:****@db:3306/shop",
        "jdbc:mysql://u:hun@ter2@db/shop | jdbc:mysql://u:****@db/shop",
        "jdbc:oracle:thin:scott/hunter2@//db:1521/x | jdbc:oracle:thin:scott/****@//db:1521/x",
        "jdbc:sqlserver://db;user=u;trustStorePassword=hunter2 | jdbc:sqlserver://db;user=u;trustStorePassword=****",
        "jdbc:h2:mem:shop | jdbc:h2:mem:shop",
      })
  void thePasswordInAUrlIsMasked(String url, String masked) {
    assertThat(new Secrets(url, null).masked(url)).isEqualTo(masked);
  }

  @Test
  void aPasswordIsMaskedWhereverItTurnsUp() {
    Secrets secrets = new Secrets("jdbc:mysql://u:hunter2@db/shop", "s3cret");
    assertThat(secrets.masked("login as 'u' with hunter2 or s3cret failed"))
        .isEqualTo("login as 'u' with **** or **** failed");
  }

  @Test
  void aShortPasswordIsMaskedOnlyWhereItStandsAlone() {
    assertThat(new Secrets(null, "sa").masked("sa said: 'sa' is wrong"))
        .isEqualTo("**** said: '****' is wrong");
  }

  @Test
  void aDriversExceptionThatShowsThePassword_isReplaced() {
    SQLException original = new SQLException("bad url jdbc:x:PASSWORD=hunter2", "08001", 17);
    SQLException cleaned = new Secrets("jdbc:x:PASSWORD=hunter2", null).cleaned(original);
    assertThat((Throwable) cleaned).hasMessage("bad url jdbc:x:PASSWORD=****").hasNoCause();
    assertThat(cleaned.getSQLState()).isEqualTo("08001");
    assertThat(cleaned.getStackTrace()).isEqualTo(original.getStackTrace());
  }

  @Test
  void aDriversExceptionThatShowsNone_isKept() {
    SQLException original =
        new SQLException("connection refused", new java.io.IOException("port 5432"));
    assertThat((Throwable) new Secrets(null, "hunter2").cleaned(original)).isSameAs(original);
  }

  @Test
  void aPasswordDeepInTheCausesIsFound() {
    SQLException original = new SQLException("no", new java.io.IOException("tried hunter2"));
    assertThat((Throwable) new Secrets(null, "hunter2").cleaned(original))
        .hasMessage("no")
        .hasNoCause();
  }
}
