package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Somebody at the door. */
@Entity
public class Session {
  @Id
  @GeneratedValue
  public Long id;

  @Column(nullable = false, unique = true)
  public UUID token = new UUID(1, 2);

  public Instant expiresAt;
}
