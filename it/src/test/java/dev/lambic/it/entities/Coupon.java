package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Makes something cheaper. */
@Entity
public class Coupon {
  @Id
  @GeneratedValue
  public Long id;

  @Column(nullable = false, unique = true, length = 16)
  public String code;

  @Column(precision = 5, scale = 2)
  public BigDecimal percent;

  public LocalDate validUntil;
}
