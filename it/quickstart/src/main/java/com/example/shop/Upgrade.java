package com.example.shop;

import dev.lambic.command.Command;
import dev.lambic.command.RunResult;
import dev.lambic.config.Config;

/** Brings a database to head without Maven, as the application itself would at its start. */
public final class Upgrade {
  private Upgrade() {}

  public static void main(String[] arguments) {
    Config config = Config.builder().url(arguments[0]).build();
    RunResult result = new Command(config).upgrade("head");
    System.out.println(
        result.steps().size() + " steps; now at " + String.join(", ", result.after()));
  }
}
