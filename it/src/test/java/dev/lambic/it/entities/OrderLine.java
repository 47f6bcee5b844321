package dev.lambic.it.entities;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Has a key of two parts. */
@Entity
public class OrderLine {
  @EmbeddedId
  public OrderLineId id = new OrderLineId();

  @ManyToOne(optional = false)
  @MapsId("orderId")
  @OnDelete(action = OnDeleteAction.CASCADE)
  public SalesOrder order;

  @ManyToOne(optional = false)
  public Product product;

  public int quantity;
}
