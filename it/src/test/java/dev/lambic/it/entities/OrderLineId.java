package dev.lambic.it.entities;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** The key of an order's line. */
@Embeddable
public class OrderLineId implements Serializable {
  public Long orderId;
  public int line;

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderLineId id
        && Objects.equals(id.orderId, orderId)
        && id.line == line;
  }

  @Override
  public int hashCode() {
    return Objects.hash(orderId, line);
  }
}
