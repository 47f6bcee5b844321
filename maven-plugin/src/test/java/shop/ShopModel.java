package shop;

import static dev.lambic.schema.Schema.column;
import static dev.lambic.schema.Schema.integer;
import static dev.lambic.schema.Schema.string;

import dev.lambic.autogenerate.TargetMetadata;
import dev.lambic.dialect.Dialect;
import dev.lambic.schema.MetaData;
import dev.lambic.schema.Table;
import java.util.List;

/** What the shop's database should look like: there is a column that no revision makes. */
public final class ShopModel implements TargetMetadata {
  @Override
  public List<MetaData> read(Dialect dialect) {
    return List.of(MetaData.of(Table.of(
        "account",
        column("id", integer()).primaryKey().autoincrement(false),
        column("email", string(320)),
        column("name", string(50)).notNull().serverDefault(""))));
  }
}
