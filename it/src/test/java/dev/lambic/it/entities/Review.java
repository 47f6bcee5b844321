package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A word on a product. */
@Entity
public class Review {
  @Id
  @GeneratedValue
  public Long id;

  @ManyToOne(optional = false)
  public Product product;

  @ManyToOne
  public Person author;

  public Rating rating;

  @Column(length = 4000)
  public String wording;
}
