package dev.lambic.it.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToOne;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where employees work. */
@Entity
public class Department {
  @Id
  @GeneratedValue
  public Long id;

  @OneToOne
  public Employee head;

  @ManyToMany
  public Set<Employee> members = new LinkedHashSet<>();
}
