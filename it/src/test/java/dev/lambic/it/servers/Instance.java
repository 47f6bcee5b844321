package dev.lambic.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A server that is about to run: where its files are, its port on the loopback interface, who may connect. */
record Instance(RunFolder folder, int port, String user, String password) {
  static final String HOST = "127.0.0.1";

  /** Chooses a free port and a password. */
  static Instance create(String server) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      String password = new BigInteger(128, new SecureRandom()).toString(36);
      return new Instance(RunFolder.create(server), socket.getLocalPort(), "lambic", password);
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

  /** Returns some arguments if the tests run as root, none if they run as an ordinary user. */
  List<String> ifRoot(String... arguments) {
    try {
      return Files.getAttribute(folder.path(), "unix:uid").equals(0)
          ? List.of(arguments)
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return HOST + ":" + port;
  }
}
