package dev.lambic.processor;

import dev.lambic.script.RevisionIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The files beside the index through which others find it: the runtime, a later compilation of a part of the module, and
 * the compilation of another module.
 *
 * <p>A processor can read the file of one name from the class path only where it first occurs, and cannot ask which files
 * there are. So each module also leaves the name of its index in a few of {@value #MARKS} numbered files, chosen by that
 * name; who looks for indexes looks through all numbers. Of two modules that share a number one is hidden there, but
 * hardly at all of its numbers.
 */
final class ClassLists {
  private static final String SERVICES = "META-INF/services/";
  private static final String INDEXES = SERVICES + RevisionIndex.class.getName();
  private static final String OWN_CLASSES = "META-INF/lambic/revisions";
  private static final String MARK = "META-INF/lambic/index-";
  private static final int MARKS = 512;
  private static final int MARKS_OF_ONE = 3;

  private final Filer filer;

  ClassLists(Filer filer) {
    this.filer = filer;
  }

  /** Returns the names of the revision classes that an earlier compilation of this module has listed. */
  Set<String> ownClasses() {
    return lines(StandardLocation.CLASS_OUTPUT, "", OWN_CLASSES);
  }

  /** Returns the name of the class that a class is in, or is. */
  static String outermost(String binaryName) {
    int nested = binaryName.indexOf('$');
    return nested < 0 ? binaryName : binaryName.substring(0, nested);
  }

  /** Tells whether an earlier compilation of this module has left the file of a class. */
  boolean hasClassFile(String binaryName) {
    int packageEnd = binaryName.lastIndexOf('.');
    String packageName = packageEnd < 0 ? "" : binaryName.substring(0, packageEnd);
    String file = binaryName.substring(packageEnd + 1) + ".class";
    try (InputStream in =
        filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file).openInputStream()) {
      return in != null;
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Returns the names of the classes that an earlier compilation of this module has announced as a service. */
  Set<String> ownProviders(Class<?> service) {
    return lines(StandardLocation.CLASS_OUTPUT, "", SERVICES + service.getName());
  }

  /** Returns the names of the indexes on the class path; nothing, if this compiler does not let us look there. */
  Optional<Set<String>> indexesOnClassPath() {
    try {
      Set<String> first = read(StandardLocation.CLASS_PATH, "", INDEXES);
      if (first.isEmpty()) {
        return Optional.of(first);
      }
      Set<String> found = new TreeSet<>(first);
      for (int number = 0; number < MARKS; number++) {
        found.addAll(read(StandardLocation.CLASS_PATH, "", mark(number)));
      }
      return Optional.of(found);
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return Optional.empty(); // As Eclipse does, other than its batch compiler.
    }
  }

  private Set<String> lines(Location location, String packageName, String file) {
    try {
      return read(location, packageName, file);
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return Set.of();
    }
  }

  private Set<String> read(Location location, String packageName, String file) {
    try (InputStream in = filer.getResource(location, packageName, file).openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .collect(LinkedHashSet::new, Set::add, Set::addAll);
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String mark(int number) {
    return MARK + HexFormat.of().toHexDigits(number, 3);
  }

  /** Announces classes as providers of a service, over elements that they come from. */
  void writeProviders(Class<?> service, Collection<String> classes, List<? extends Element> origin)
      throws UnwritableException {
    write(SERVICES + service.getName(), new TreeSet<>(classes), origin);
  }

  /**
   * Lists the classes of the module for its own next compilation, which has to find them even if its build tool has begun
   * by deleting all that comes from sources that have changed: so the list comes from none.
   */
  void writeOwnClasses(Collection<String> classes) throws UnwritableException {
    write(OWN_CLASSES, new TreeSet<>(classes), List.of());
  }

  /** Leaves the names of the indexes where the compilations of other modules look for them. */
  void writeMarks(Collection<String> indexes) throws UnwritableException {
    Set<Integer> numbers = new LinkedHashSet<>();
    String first = indexes.stream().sorted().findFirst().orElseThrow();
    for (int salt = 0; numbers.size() < MARKS_OF_ONE; salt++) {
      CRC32 checksum = new CRC32();
      checksum.update((salt + first).getBytes(StandardCharsets.UTF_8));
      numbers.add((int) (checksum.getValue() % MARKS));
    }
    for (int number : numbers) {
      write(mark(number), new TreeSet<>(indexes), List.of());
    }
  }

  private void write(String file, Collection<String> lines, List<? extends Element> origin)
      throws UnwritableException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    try (OutputStream out = filer
        .createResource(
            StandardLocation.CLASS_OUTPUT,
            "",
            file,
            new ArrayList<>(origin).toArray(Element[]::new))
        .openOutputStream()) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
  }
}
