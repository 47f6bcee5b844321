package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;

/** From a bank account. */
@Entity
@PrimaryKeyJoinColumn(name = "payment_id")
public class TransferPayment extends Payment {
  @Column(length = 34, nullable = false)
  public String iban;
}
