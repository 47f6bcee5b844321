package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** Shares its key with the person. */
@Entity
public class Passport {
  @Id
  public Long id;

  @OneToOne(optional = false)
  @MapsId
  public Person person;

  @Column(nullable = false, length = 20)
  public String number;
}
