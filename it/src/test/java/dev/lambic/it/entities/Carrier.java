package dev.lambic.it.entities;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Currency;
import java.util.Locale;

/** Who carries shipments. */
@Entity
public class Carrier {
  @Id
  public short number;

  @Basic(optional = false)
  public String name;

  @Column(length = 3)
  public Currency currency;

  public Locale language;

  @Convert(converter = YesNo.class)
  @Column(length = 1)
  public Boolean abroad;

  public char grade = 'A';
}
