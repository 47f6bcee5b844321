package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** An amount in a currency. */
@Embeddable
public class Money {
  @Column(precision = 19, scale = 4)
  public BigDecimal amount;

  @Column(length = 3)
  public String currency;
}
