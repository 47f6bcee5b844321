package dev.lambic.it.entities;

/** How far an order is. */
public enum OrderStatus {
  OPEN,
  PAID,
  SHIPPED,
  CANCELLED
}
