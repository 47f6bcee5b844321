package dev.lambic.it.entities;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** What is to be paid. */
@Entity
public class Invoice {
  @Id
  @GeneratedValue
  public Long id;

  @OneToOne(optional = false)
  @JoinColumn(name = "order_id", foreignKey = @ForeignKey(name = "invoice_of_order"))
  public SalesOrder order;

  @Embedded
  public Money total;
}
