package shop;

import dev.lambic.Migration;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.util.List;

/** What the annotation processor would write. */
public final class ShopIndex implements RevisionIndex {
  @Override
  public List<RevisionEntry> revisions() {
    return List.of(
        RevisionEntry.builder("1975ea83b712", "shop.CreateAccount")
            .message("create account")
            .build(),
        RevisionEntry.builder("27c6a30d7c24", "shop.AddAccountEmail")
            .downRevision("1975ea83b712")
            .message("add account.email")
            .build());
  }

  @Override
  public Migration create(int position) {
    return position == 0 ? new CreateAccount() : new AddAccountEmail();
  }
}
