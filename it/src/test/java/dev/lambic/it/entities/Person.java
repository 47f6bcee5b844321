package dev.lambic.it.entities;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** A human being. */
@Entity
@DiscriminatorValue("person")
public class Person extends Party {
  public LocalDate birthday;

  @Column(unique = true, length = 254)
  public String email;

  @ElementCollection
  @CollectionTable(name = "person_phone", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "phone", length = 30, nullable = false)
  public Set<String> phones = new LinkedHashSet<>();

  @ElementCollection
  @Enumerated(EnumType.STRING)
  public Set<Channel> channels = new LinkedHashSet<>();

  @OneToOne(mappedBy = "person", cascade = CascadeType.PERSIST)
  public Passport passport;
}
