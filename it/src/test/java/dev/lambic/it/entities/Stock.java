package dev.lambic.it.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.GeneratedColumn;

/** How much of a product lies where. */
@Entity
@IdClass(StockId.class)
public class Stock {
  @Id
  @ManyToOne
  public Warehouse warehouse;

  @Id
  @ManyToOne
  public Product product;

  public int present;
  public int reserved;

  @GeneratedColumn("present - reserved")
  public Integer available;
}
