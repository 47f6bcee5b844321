package dev.lambic.source;

import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a module keeps its sources.
 *
 * @param roots the folders that packages begin in, the most important first; at least one
 * @param encoding how files are written
 * @param packageName the package of new revisions; nothing for that of their parents
 * @param defaultPackage the package of a revision that has no neighbour in the module
 * @param classNamePattern how classes are called: {@code {slug}} for the words of the message, {@code {rev}} for the id,
 *     or a time such as {@code {yyyyMMdd}}
 * @param template what new revisions are made after; nothing for Lambic's own form
 */
public record SourceLayout(
    List<Path> roots,
    Charset encoding,
    Optional<String> packageName,
    String defaultPackage,
    String classNamePattern,
    Optional<SourceTemplate> template) {

  public SourceLayout {
    roots = List.copyOf(roots);
    Objects.requireNonNull(encoding, "encoding");
    packageName.ifPresent(SourceLayout::refuseIllegal);
    refuseIllegal(defaultPackage);
  }

  /**
   * Makes a layout.
   *
   * @param packageName the package of new revisions; null for that of their parents
   * @param classNamePattern null for the time and the words of the message
   * @param template null for Lambic's own form
   * @throws EnvironmentException if a package has no name that Java takes
   */
  public static SourceLayout of(
      List<Path> roots,
      Charset encoding,
      @Nullable String packageName,
      String defaultPackage,
      @Nullable String classNamePattern,
      @Nullable SourceTemplate template) {
    return new SourceLayout(
        roots,
        encoding,
        Optional.ofNullable(packageName),
        defaultPackage,
        classNamePattern == null ? ClassNames.DEFAULT_PATTERN : classNamePattern,
        Optional.ofNullable(template));
  }

  private static void refuseIllegal(String packageName) {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw new EnvironmentException(Problem.of(
              ProblemId.ILLEGAL_SOURCE_NAME, "No package can be called '" + packageName + "'.")
          .fix("write names that Java takes, with dots between them: 'com.example.migrations'."));
    }
  }

  /** Returns the folder of a package below a root. */
  static Path folder(Path root, String packageName) {
    return packageName.isEmpty() ? root : root.resolve(packageName.replace('.', '/'));
  }
}
