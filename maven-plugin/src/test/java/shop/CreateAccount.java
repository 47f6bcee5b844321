package shop;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(id = "1975ea83b712", message = "create account")
public final class CreateAccount implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.execute("CREATE TABLE account (id INTEGER PRIMARY KEY)");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("DROP TABLE account");
  }
}
