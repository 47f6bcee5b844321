package dev.lambic.command;

import dev.lambic.command.FleetResult.TargetResult;

/** Is told how a fleet gets on. Several threads call it: {@code started} at the same time, {@code ended} one by one. */
public interface FleetListener {

  /** A run on a target begins. */
  default void started(String name) {}

  /**
   * A run on a target has ended, well or not.
   *
   * @param ended how many have ended by now, this one among them
   * @param all how many targets there are
   */
  default void ended(TargetResult result, int ended, int all) {}
}
