package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.GraphDefect.Attribute;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import org.jspecify.annotations.Nullable;

/** What is checked in the last round, of revisions that each are sound and make a sound graph. */
final class WholeCheck {
  private final ProcessingEnvironment environment;
  private final ProcessorOptions options;
  private final List<RevisionEntry> own;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Surroundings surroundings;
  private final Function<String, RevisionClass> reader;

  /**
   * @param classes the revisions of the module; elements in them may be those of an earlier round
   * @param reader reads the class of a name as it stands in this round
   */
  WholeCheck(
      ProcessingEnvironment environment,
      List<RevisionClass> classes,
      Surroundings surroundings,
      Function<String, RevisionClass> reader) {
    this.environment = environment;
    this.options = ProcessorOptions.of(environment.getOptions());
    List<RevisionEntry> entries = new ArrayList<>();
    for (RevisionClass one : RevisionValidator.inOrder(classes)) {
      entries.add(one.entry());
      names.put(one.entry().className(), one.name());
    }
    this.own = entries;
    this.surroundings = surroundings;
    this.reader = reader;
  }

  /** Returns what can be pinned to a revision. */
  List<Finding> findings() {
    HistoryCheck history = new HistoryCheck(own, surroundings.others(), this::live);
    List<Finding> findings = new ArrayList<>(history.redundancies());
    options.heads().ifPresent(kind -> findings.addAll(history.forks(kind)));
    options.headMarker().ifPresent(file -> {
      HeadMarkerCheck marker = new HeadMarkerCheck(file, own);
      RevisionClass head = live(marker.head());
      marker
          .check()
          .ifPresent(
              problem -> findings.add(Finding.atValue(head, head.value(Attribute.ID, 0), problem)));
    });
    return findings;
  }

  private RevisionClass live(RevisionEntry entry) {
    return reader.apply(names.get(entry.className()));
  }

  /** Returns what is wrong with other things than revisions: the options, the module, the class path. */
  List<Problem> problemsElsewhere(@Nullable ModuleElement module, Set<String> indexes) {
    List<Problem> problems = new ArrayList<>(options.problems());
    ProvidesCheck.check(module, RevisionIndex.class, indexes).ifPresent(problems::add);
    return problems;
  }

  /** Returns what is wrong if the compiler does not see revisions that an earlier compilation has left. */
  static Optional<Problem> incomplete(Surroundings surroundings) {
    List<String> invisible = surroundings.invisible();
    if (invisible.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Problem.of(
            ProblemId.INCOMPLETE_COMPILATION,
            "The revision index would lack revisions whose classes are in the output directory: the compiler does not see them.")
        .with("classes", RevisionValidator.firstFew(invisible))
        .fix(
            "compile all sources of the module together, or put the output directory on the class path.")
        .fix("if they have been deleted, delete their class files, too: 'mvn clean compile'."));
  }

  /** Warns about entities in the revisions that come from sources. */
  void warnOfEntities(Set<String> fresh) {
    EntityCheck entities = new EntityCheck(environment);
    if (entities.isDue()) {
      own.stream()
          .map(entry -> names.get(entry.className()))
          .filter(fresh::contains)
          .forEach(name -> entities.check(reader.apply(name)));
    }
  }
}
