package shop;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(id = "27c6a30d7c24", downRevision = "1975ea83b712", message = "add account.email")
public final class AddAccountEmail implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.execute("ALTER TABLE account ADD COLUMN email VARCHAR(320)");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("ALTER TABLE account DROP COLUMN email");
  }
}
