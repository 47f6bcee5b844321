package dev.lambic.it.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Lob;

/** Comes with a product. */
@Entity
public class Manual extends Document {
  public int pages;

  @Lob
  public byte[] content;
}
