package dev.lambic.it.entities;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that is sold. */
@Entity
@Table(
    name = "products",
    comment = "what is sold",
    uniqueConstraints =
        @UniqueConstraint(
            name = "products_sku_vendor",
            columnNames = {"sku", "vendor"}),
    indexes = @Index(name = "products_by_name", columnList = "name, price_amount desc"))
public class Product extends Audited {
  @Id
  @GeneratedValue
  public UUID id;

  @Column(nullable = false, length = 30)
  public String sku;

  @Column(nullable = false, length = 60)
  public String vendor;

  @Column(nullable = false, comment = "as it is shown")
  public String name;

  @Embedded
  @jakarta.persistence.AttributeOverride(
      name = "amount",
      column = @Column(name = "price_amount", precision = 12, scale = 2))
  public Money price;

  @ColumnDefault("1")
  public int minimum = 1;

  @Column(check = @CheckConstraint(constraint = "weight > 0"))
  public Double weight;

  public float discount;

  @Column(precision = 5, scale = 3)
  public BigDecimal tax;

  @JdbcTypeCode(SqlTypes.JSON)
  public Map<String, String> attributes = new LinkedHashMap<>();

  @Enumerated
  public Rating rating;

  @ManyToOne(optional = false)
  public Category category;

  @ManyToMany
  @JoinTable(
      name = "product_tag",
      joinColumns = @JoinColumn(name = "product_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  public Set<Tag> tags = new LinkedHashSet<>();

  @ElementCollection
  @MapKeyColumn(name = "language", length = 5)
  @Column(name = "text", length = 1000)
  public Map<String, String> descriptions = new LinkedHashMap<>();
}
