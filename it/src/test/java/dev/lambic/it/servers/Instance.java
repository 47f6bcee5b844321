package dev.lambic.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A server that is about to run: where its files are, its port on the loopback interface, who may connect, and whether
 * the tests run as root.
 */
record Instance(RunFolder folder, int port, String user, String password, boolean isRoot) {
  static final String HOST = "127.0.0.1";

  /** Chooses a free port and a password. */
  static Instance create(String server) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      String password = new BigInteger(128, new SecureRandom()).toString(36);
      RunFolder folder = RunFolder.create(server);
      boolean isRoot = Files.getAttribute(folder.path(), "unix:uid").equals(0);
      return new Instance(folder, socket.getLocalPort(), "lambic", password, isRoot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("log");
  }

  /** Returns the file that tells the server its password; only the user who runs the tests can read the folder. */
  Path secret() {
    return folder.resolve("secret");
  }

  @Override
  public String toString() {
    return HOST + ":" + port;
  }
}
