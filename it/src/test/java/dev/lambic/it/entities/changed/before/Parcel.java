package dev.lambic.it.entities.changed.before;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A parcel. */
@Entity
public class Parcel {
  @Id
  @GeneratedValue
  public Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  public State state;

  /** Where it is. */
  public enum State {
    ARRIVED,
    SENT
  }
}
