package dev.lambic.it.entities;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import java.time.OffsetDateTime;

/** A table for each kind of payment, joined with one of all. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Payment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Embedded
  public Money money;

  public OffsetDateTime receivedAt;

  @ManyToOne
  public SalesOrder order;
}
