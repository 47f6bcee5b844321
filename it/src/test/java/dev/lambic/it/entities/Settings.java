package dev.lambic.it.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row for each shop. */
@Entity
public class Settings {
  @Id
  @GeneratedValue
  public Long id;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<String> languages = new ArrayList<>();

  public byte ceiling;
  public long counter;
}
