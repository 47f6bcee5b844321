package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.List;

/** A tree. */
@Entity
public class Category {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_numbers")
  @SequenceGenerator(
      name = "category_numbers",
      sequenceName = "category_numbers",
      initialValue = 100,
      allocationSize = 10)
  public Integer id;

  @Column(nullable = false, length = 80)
  public String name;

  @ManyToOne
  public Category parent;

  @OneToMany(mappedBy = "parent")
  @OrderColumn(name = "position")
  public List<Category> children = new ArrayList<>();
}
