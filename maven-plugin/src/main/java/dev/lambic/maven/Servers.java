package dev.lambic.maven;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.NearMisses;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Reads logins from the user's {@code settings.xml}, decrypting passwords. */
final class Servers {
  private final MavenSession session;
  private final SettingsDecrypter decrypter;

  /** Who to log in as; what the server leaves out is not there. */
  record Login(Optional<String> user, Optional<String> password) {}

  @Inject
  Servers(MavenSession session, SettingsDecrypter decrypter) {
    this.session = session;
    this.decrypter = decrypter;
  }

  /**
   * Returns the login of a server.
   *
   * @throws EnvironmentException if the settings have no such server, or its password cannot be decrypted
   */
  Login login(String id) {
    List<Server> servers = session.getRequest().getServers();
    Server server = servers.stream()
        .filter(one -> id.equals(one.getId()))
        .findFirst()
        .orElseThrow(() -> unknown(id, servers));
    SettingsDecryptionResult result;
    synchronized (decrypter) { // Older Mavens' cannot work for several modules at a time.
      result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    }
    if (!result.getProblems().isEmpty()) {
      throw new EnvironmentException(Problem.of(
              ProblemId.UNUSABLE_SERVER, "The password of server '" + id + "' cannot be decrypted.")
          .with("where", "settings.xml, <server> '" + id + "'")
          .with("Maven says", result.getProblems().get(0).getMessage())
          .fix(
              "encrypt it anew with 'mvn --encrypt-password', and see that settings-security.xml has"
                  + " the master password."));
    }
    Server decrypted = result.getServer();
    return new Login(
        Optional.ofNullable(decrypted.getUsername()), Optional.ofNullable(decrypted.getPassword()));
  }

  private static EnvironmentException unknown(String id, List<Server> servers) {
    List<String> ids = servers.stream().map(Server::getId).toList();
    return new EnvironmentException(
        Problem.of(ProblemId.UNUSABLE_SERVER, "The settings have no server '" + id + "'.")
            .with("where", "<serverId>, -Dmigrate.serverId")
            .with("servers", ids.isEmpty() ? "none" : String.join(", ", ids))
            .didYouMean(NearMisses.of(id, ids))
            .fix("""
            add it to ~/.m2/settings.xml:
            <servers>
              <server>
                <id>%s</id>
                <username>...</username>
                <password>...</password>
              </server>
            </servers>""".formatted(id)));
  }
}
