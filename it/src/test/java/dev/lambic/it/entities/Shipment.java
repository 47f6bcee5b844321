package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** On its way. */
@Entity
public class Shipment {
  @Id
  @GeneratedValue
  public Long id;

  @ManyToOne(optional = false)
  public SalesOrder order;

  @ManyToOne
  public Carrier carrier;

  public ZonedDateTime leftAt;
  public LocalTime notBefore;
  public Duration expected;

  @Column(length = 64)
  public byte[] checksum;
}
