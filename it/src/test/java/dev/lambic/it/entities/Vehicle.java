package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Carries shipments about. */
@Entity
public class Vehicle {
  @Id
  @GeneratedValue
  public Long id;

  @Column(length = 12, nullable = false)
  public String plate;

  @ManyToOne
  public Carrier carrier;

  public Integer seats;
}
