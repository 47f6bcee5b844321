package dev.lambic.it.entities;

/** Which way somebody is told. */
public enum Channel {
  MAIL,
  TEXT,
  PHONE
}
