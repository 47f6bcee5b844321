package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives. */
@Embeddable
public class Address {
  @Column(length = 120)
  public String street;

  @Column(length = 12)
  public String postcode;

  @Column(length = 80)
  public String city;

  @Column(columnDefinition = "varchar(2) default 'NZ'")
  public String country;
}
