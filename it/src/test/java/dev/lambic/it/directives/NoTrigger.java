package dev.lambic.it.directives;

import java.sql.Connection;
import org.h2.api.Trigger;

/** A trigger of H2, which does nothing. */
public final class NoTrigger implements Trigger {
  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) {}
}
