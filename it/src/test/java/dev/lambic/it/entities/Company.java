package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

/** A firm. */
@Entity
@DiscriminatorValue("company")
public class Company extends Party {
  @Column(length = 40)
  public String registration;

  @ManyToOne
  public Person contact;
}
