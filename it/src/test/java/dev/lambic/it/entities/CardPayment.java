package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** By card. */
@Entity
public class CardPayment extends Payment {
  @Column(length = 4)
  public String lastDigits;

  public boolean captured;
}
