package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverRemovalTest {
  private static final ClassLoader PLUGIN = DriverRemovalTest.class.getClassLoader();

  @Test
  void driversOfAProject_leaveWithItsLoader_andNoOthersDo() throws Exception {
    assertThat(DriverManager.getDriver("jdbc:h2:mem:x")).isNotNull();
    var others = Collections.list(DriverManager.getDrivers());

    Class<?> driver;
    try (ProjectClassLoader loader =
        ProjectClassLoader.over(List.of(Path.of("target/test-classes")), PLUGIN)) {
      driver = Class.forName("shop.ShopDriver", true, loader);
      assertThat(driver.getField("REMOVED").get(null)).hasToString("false");
    }

    assertThat(driver.getField("REMOVED").get(null)).hasToString("true");
    assertThat(Collections.list(DriverManager.getDrivers())).isEqualTo(others);
  }
}
