package dev.lambic.it.entities;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What somebody has ordered. */
@Entity
@Table(name = "`order`", indexes = @Index(columnList = "status"))
public class SalesOrder extends Audited {
  @Id
  @GeneratedValue
  public Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  public OrderStatus status = OrderStatus.OPEN;

  @ManyToOne(optional = false)
  public Party customer;

  public LocalDateTime wantedBy;

  @Column(name = "`Remark`", length = 500)
  public String remark;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
  public List<OrderLine> lines = new ArrayList<>();
}
