package dev.lambic.it.conformance.autogenerate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lambic.dialect.Dialect;
import dev.lambic.operations.MigrateOperation;
import java.util.List;

/** Where Lambic's answer is another one on purpose. */
final class Deviations {
  Deviations(
      JsonNode json,
      Databases.Fresh database,
      Dialect dialect,
      List<MigrateOperation> operations,
      List<String> own,
      List<String> recorded) {}

  boolean isBetter() {
    return false;
  }
}
