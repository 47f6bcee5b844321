package com.example.shop.migrations;

import dev.lambic.Migration;
import dev.lambic.Revision;
import dev.lambic.operations.Operations;

@Revision(
    id = "6d28b9f3e4a1",
    downRevision = {"4a91d2e07bc3", "5c7e1f84a2d0"},
    message = "merge catalogue and names",
    createDate = "2026-02-20")
public final class MergeCatalogueAndNames implements Migration {
  @Override
  public void upgrade(Operations op) {}

  @Override
  public void downgrade(Operations op) {}
}
