package dev.lambic.it.entities;

/** How good something is, kept by its number. */
public enum Rating {
  POOR,
  FAIR,
  GOOD
}
