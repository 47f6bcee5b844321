package dev.lambic.it.entities;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Who delivers. */
@Entity
public class Supplier {
  @Id
  @GeneratedValue
  public Long id;

  public String name;

  @ElementCollection
  @OrderColumn
  public List<Address> branches = new ArrayList<>();
}
