package dev.lambic.it.entities;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What a product once cost. */
@Entity
public class PriceChange {
  @Id
  @GeneratedValue
  public Long id;

  @ManyToOne(optional = false)
  public Product product;

  @Embedded
  public Money before;

  public Instant changedOn;
}
