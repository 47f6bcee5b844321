package dev.lambic.it.entities;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** What every row says of itself. */
@MappedSuperclass
public abstract class Audited {
  @Version
  public int version;

  @Column(nullable = false)
  public Instant createdAt = Instant.EPOCH;

  public Instant changedAt;
}
