package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** A word for products. */
@Entity
public class Tag {
  @Id
  @Column(length = 40)
  public String word;

  @ManyToMany(mappedBy = "tags")
  public Set<Product> products = new LinkedHashSet<>();
}
