package dev.lambic.source;

import static dev.lambic.schema.Schema.numeric;

import dev.lambic.operations.MigrateOperation;
import dev.lambic.operations.Operations;
import dev.lambic.schema.SqlType;
import java.util.List;

/** A type and an operation as users make them. */
public final class OwnParts {
  private OwnParts() {}

  public record MoneyType(int scale, List<String> currencies) implements SqlType.CustomType {
    @Override
    public SqlType typeOn(String dialect) {
      return numeric(20, scale);
    }
  }

  public record CreateViewOp(String name, String query)
      implements MigrateOperation.CustomOperation {
    @Override
    public void run(Operations op) {
      op.execute("CREATE VIEW " + name + " AS " + query);
    }
  }
}
