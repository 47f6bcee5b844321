package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.LinkedHashSet;
import java.util.Set;

/** Works here; has a boss, and has people to lead. */
@Entity
public class Employee {
  @Id
  @GeneratedValue
  public Long id;

  @Column(nullable = false)
  public String fullName;

  @ManyToOne
  public Employee boss;

  @OneToMany
  public Set<Employee> deputies = new LinkedHashSet<>();
}
