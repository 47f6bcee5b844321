package dev.lambic.it.entities.changed;

import dev.lambic.it.entities.Carrier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A vehicle with a longer plate and a colour, and without seats. */
@Entity(name = "Vehicle")
public class ChangedVehicle {
  @Id
  @GeneratedValue
  public Long id;

  @Column(length = 20, nullable = false)
  public String plate;

  @ManyToOne
  public Carrier carrier;

  public String colour;
}
