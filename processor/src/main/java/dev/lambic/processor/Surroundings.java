package dev.lambic.processor;

import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The revisions that this compilation is not handed as sources, but has to reckon with.
 *
 * @param kept the names of the module's own classes from earlier compilations, when only a part of it is compiled now
 * @param invisible the names of such classes whose files are there, but not on this compiler's class path
 * @param others what the classes of other modules say
 * @param isClassPathVisible whether this compiler lets us see other modules' indexes at all
 */
record Surroundings(
    List<String> kept,
    List<String> invisible,
    List<RevisionEntry> others,
    boolean isClassPathVisible) {

  /** Looks around a compilation of these types. */
  static Surroundings of(
      ProcessingEnvironment environment, Set<String> revisions, Set<String> sourceTypes) {
    return new Reader(environment, revisions, sourceTypes).read();
  }

  /** The steps of looking around. */
  private static final class Reader {
    private final Elements elements;
    private final ClassLists lists;
    private final RevisionReader reader;
    private final Set<String> revisions;
    private final Set<String> sourceTypes;
    private final Set<String> kept = new LinkedHashSet<>();
    private final List<String> invisible = new ArrayList<>();

    Reader(ProcessingEnvironment environment, Set<String> revisions, Set<String> sourceTypes) {
      this.elements = environment.getElementUtils();
      this.lists = new ClassLists(environment.getFiler());
      this.reader = new RevisionReader(elements);
      this.revisions = revisions;
      this.sourceTypes = sourceTypes;
    }

    Surroundings read() {
      lists.ownClasses().forEach(this::earlier);
      ModuleElement module = elements.getModuleOf(anyOf(revisions));
      if (module != null && !module.isUnnamed()) {
        IndexedClasses indexed = new IndexedClasses(elements);
        return result(indexed.listedBy(indexed.inModules(module)), true);
      }
      Optional<Set<String>> indexes = lists.indexesOnClassPath();
      return result(onClassPath(indexes.orElse(Set.of())), indexes.isPresent());
    }

    private TypeElement anyOf(Set<String> names) {
      return elements.getTypeElement(names.iterator().next());
    }

    /** Takes in a class that an earlier compilation has listed: its name as in sources, and that of its file. */
    private void earlier(String line) {
      String name = line.substring(0, (line + " ").indexOf(' '));
      String binaryName = line.substring(line.lastIndexOf(' ') + 1);
      if (revisions.contains(name) || sourceTypes.contains(ClassLists.outermost(binaryName))) {
        return; // It is here, or its source is and it is no longer in it.
      }
      TypeElement type = elements.getTypeElement(name);
      if (type != null && !reader.isRevision(type)) {
        return;
      }
      if (lists.hasClassFile(binaryName)) {
        (type == null ? invisible : kept).add(name);
      }
    }

    private Set<String> onClassPath(Set<String> indexNames) {
      Set<String> ownIndexes = lists.ownProviders(RevisionIndex.class);
      List<TypeElement> indexes = indexNames.stream()
          .filter(name -> !ownIndexes.contains(name))
          .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
          .toList();
      return new IndexedClasses(elements).listedBy(indexes);
    }

    private Surroundings result(Set<String> listedByOthers, boolean isVisible) {
      List<RevisionEntry> others = new TreeSet<>(listedByOthers)
          .stream()
              .filter(name -> !kept.contains(name) && !revisions.contains(name))
              .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
              .filter(reader::isRevision)
              .map(type -> reader.read(type).entry())
              .toList();
      return new Surroundings(List.copyOf(kept), invisible, others, isVisible);
    }
  }
}
