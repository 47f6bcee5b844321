package dev.lambic.processor;

import java.io.IOException;

/** The compiler could not write a file of ours. */
final class UnwritableException extends Exception {
  private static final long serialVersionUID = 1;

  private final String file;

  UnwritableException(String file, IOException cause) {
    super(cause);
    this.file = file;
  }

  String file() {
    return file;
  }
}
