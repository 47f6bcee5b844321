package dev.lambic.source;

import dev.lambic.autogenerate.MigrationScript;
import dev.lambic.autogenerate.RenderItem;
import dev.lambic.error.EnvironmentException;
import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.RevisionDraft;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the classes of new revisions, each next to that of its parent. Never writes over a file. */
public final class RevisionWriter {
  private static final DateTimeFormatter CREATE_DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final SourceHistory history;
  private final SourceLayout layout;
  private final Clock clock;

  /**
   * @param history the revisions that the module has
   * @param clock gives the time that class names and create dates show, in its zone
   */
  public RevisionWriter(SourceHistory history, SourceLayout layout, Clock clock) {
    this.history = history;
    this.layout = layout;
    this.clock = clock;
  }

  /**
   * A class that has been written.
   *
   * @param entry what it says of its revision
   * @param file where it stands
   */
  public record Written(RevisionEntry entry, Path file) {}

  private record Place(Path folder, String packageName) {}

  /**
   * Writes the class of a revision.
   *
   * @throws EnvironmentException if there is such a file, if the class would have no proper name, or if the template is at
   *     fault
   */
  public Written write(RevisionDraft draft) {
    return write(draft, MigrationMethods.empty());
  }

  /**
   * Writes the class of a revision that does what a script says.
   *
   * @param renderItem what writes parts of it in words of its own
   * @throws EnvironmentException if there is such a file, if the class would have no proper name, if the template is at
   *     fault, or if a part of the script has no form in Java
   */
  public Written write(RevisionDraft draft, MigrationScript script, RenderItem renderItem) {
    layout.template().ifPresent(SourceTemplate::requireOperations);
    return write(draft, MigrationMethods.of(script, renderItem));
  }

  private Written write(RevisionDraft draft, MigrationMethods methods) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    String className = ClassNames.of(layout.classNamePattern(), draft.message(), draft.id(), now);
    Place place = place(draft);
    String qualified =
        place.packageName().isEmpty() ? className : place.packageName() + "." + className;
    RevisionEntry entry = draft.entry(qualified, CREATE_DATE.format(now));
    RevisionSource source = new RevisionSource(place.packageName(), className, entry, methods);
    String text = layout
        .template()
        .map(template -> template.fill(place.packageName(), className, entry, source))
        .orElseGet(source::text);
    return new Written(entry, create(place.folder(), className + ".java", text));
  }

  private Place place(RevisionDraft draft) {
    Optional<String> neighbour = neighbour(draft);
    Path root = layout.roots().get(0);
    if (neighbour.isEmpty()) {
      String name = layout.packageName().orElse(layout.defaultPackage());
      return new Place(SourceLayout.folder(root, name), name);
    }
    Path folder =
        Objects.requireNonNull(history.fileOf(neighbour.get()).orElseThrow().getParent());
    String packageName = history.packageOf(neighbour.get()).orElseThrow();
    if (layout.packageName().isEmpty() || layout.packageName().get().equals(packageName)) {
      return new Place(folder, packageName);
    }
    Path neighboursRoot =
        layout.roots().stream().filter(folder::startsWith).findFirst().orElse(root);
    String name = layout.packageName().get();
    return new Place(SourceLayout.folder(neighboursRoot, name), name);
  }

  /** Returns the class to write next to: a parent, or else a head of the module. */
  private Optional<String> neighbour(RevisionDraft draft) {
    List<RevisionEntry> own = history.revisions();
    Set<String> parents = new TreeSet<>();
    own.forEach(entry -> parents.addAll(entry.downRevisions()));
    return Stream.concat(
            draft.parents().stream().map(Script::className),
            own.stream()
                .filter(entry -> !parents.contains(entry.id()))
                .sorted(Comparator.comparing(RevisionEntry::createDate).reversed())
                .map(RevisionEntry::className))
        .filter(className -> history.fileOf(className).isPresent())
        .findFirst();
  }

  private Path create(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file,
          writable(text, layout.encoding()),
          layout.encoding(),
          StandardOpenOption.CREATE_NEW);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new EnvironmentException(
          Problem.of(ProblemId.FILE_EXISTS, "The file of the new revision is there already.")
              .with("file", file.toString())
              .fix("choose another message or 'classNamePattern', or delete the file."),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Escapes the characters that an encoding does not have. */
  static String writable(String text, Charset encoding) {
    CharsetEncoder encoder = encoding.newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(character -> escaped.append(
            encoder.canEncode((char) character)
                ? String.valueOf((char) character)
                : "\\u" + HexFormat.of().toHexDigits((char) character)));
    return escaped.toString();
  }
}
