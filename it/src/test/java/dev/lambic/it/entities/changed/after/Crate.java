package dev.lambic.it.entities.changed.after;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A crate that may get lost. */
@Entity
public class Crate {
  @Id
  @GeneratedValue
  public Long id;

  @Enumerated(EnumType.STRING)
  public State state;

  /** How it is. */
  public enum State {
    EMPTY,
    FULL,
    LOST
  }
}
