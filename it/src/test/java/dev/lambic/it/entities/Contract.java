package dev.lambic.it.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;

/** Signed by a company. */
@Entity
public class Contract extends Document {
  @ManyToOne
  public Company signedBy;

  @Lob
  public String wording;
}
