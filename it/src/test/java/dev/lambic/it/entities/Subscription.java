package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Comes again and again. */
@Entity
public class Subscription {
  @Id
  @GeneratedValue
  public Long id;

  @ManyToOne
  public Person subscriber;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Channel channel = Channel.MAIL;

  public Boolean active;
}
