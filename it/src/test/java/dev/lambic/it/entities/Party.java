package dev.lambic.it.entities;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** One table for all kinds of parties. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 20)
public abstract class Party extends Audited {
  @Id
  @GeneratedValue
  public Long id;

  @Column(nullable = false, length = 200)
  public String displayName;

  @Embedded
  public Address home;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "billing_street", length = 120))
  @AttributeOverride(name = "postcode", column = @Column(name = "billing_postcode", length = 12))
  @AttributeOverride(name = "city", column = @Column(name = "billing_city", length = 80))
  @AttributeOverride(name = "country", column = @Column(name = "billing_country", length = 2))
  public Address billing;
}
