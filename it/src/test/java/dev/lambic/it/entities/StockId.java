package dev.lambic.it.entities;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a stock. */
public class StockId implements Serializable {
  public Integer warehouse;
  public UUID product;

  @Override
  public boolean equals(Object other) {
    return other instanceof StockId id
        && Objects.equals(id.warehouse, warehouse)
        && Objects.equals(id.product, product);
  }

  @Override
  public int hashCode() {
    return Objects.hash(warehouse, product);
  }
}
