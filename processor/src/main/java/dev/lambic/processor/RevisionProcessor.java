package dev.lambic.processor;

import dev.lambic.Revision;
import dev.lambic.error.Problem;
import dev.lambic.runtime.Environment;
import dev.lambic.runtime.MigrationEnvironment;
import dev.lambic.script.RevisionIndex;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks the classes marked {@link Revision} and writes their index; checks and announces the class marked {@link
 * MigrationEnvironment}.
 *
 * <p>The index is written as soon as all that is known is sound: in the first round, unless a class needs something that
 * another processor has yet to generate. Revisions that appear in a later round get an index of their own, which a run
 * joins with the first. So none is left out, and no class has to be written in the last round, about which the compiler
 * would warn. What waits for the last round are the files that name the indexes, since only then all of them are known,
 * and every complaint, since until then another processor may still bring what is missing.
 *
 * <p>A compiler may be handed but a part of the module. The index then holds the classes that an earlier compilation has
 * left, too: see {@link Surroundings}.
 */
public final class RevisionProcessor extends AbstractProcessor {
  /** Names, since elements do not outlive a round. */
  private final Set<String> pending = new LinkedHashSet<>();

  /** The elements of this round, by name: to ask the compiler for each takes it long. */
  private final Map<String, TypeElement> live = new LinkedHashMap<>();

  /** What stands in the indexes; the elements in it are of the round in which the index was written. */
  private final Map<String, RevisionClass> indexed = new LinkedHashMap<>();

  private final Set<String> indexes = new TreeSet<>();
  private final Set<String> environments = new LinkedHashSet<>();
  private final Set<String> sourceTypes = new LinkedHashSet<>();
  private final Set<String> fresh = new LinkedHashSet<>();
  private @Nullable Surroundings surroundings;
  private boolean failed;

  /** Made by the compiler. */
  public RevisionProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Revision.class.getName(), MigrationEnvironment.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProcessorOptions.names();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!failed) {
      try {
        collect(annotations, round);
        if (round.processingOver()) {
          finish(round.errorRaised());
        } else if (!pending.isEmpty()) {
          settle();
        }
      } catch (RuntimeException e) {
        fail(ProcessorFailure.bug(e));
      } catch (UnwritableException e) {
        fail(ProcessorFailure.unwritable(e));
      }
    }
    return false; // Other processors may want to see the annotations, too.
  }

  private void collect(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    live.clear();
    ElementFilter.typesIn(round.getRootElements()).forEach(type -> sourceTypes.add(nameOf(type)));
    for (TypeElement annotation : annotations) {
      Set<String> names = annotation.getQualifiedName().contentEquals(Revision.class.getName())
          ? pending
          : environments;
      for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
        names.add(nameOf(type));
        live.put(nameOf(type), type);
      }
    }
    fresh.addAll(pending);
  }

  private static String nameOf(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  /** Writes an index of what is pending, unless something stands against it: a later round may put that right. */
  private void settle() throws UnwritableException {
    Draft draft = draft();
    if (draft.isSound()) {
      IndexName name =
          new IndexWriter(processingEnv).writeIndex(draft.name(), sourceTypes, draft.classes());
      indexes.add(name.qualified());
      sourceTypes.add(name.qualified());
      draft.classes().forEach(one -> indexed.put(one.name(), one));
      pending.clear();
    }
  }

  /** Looks at the whole, and announces what there is, or says why not. */
  private void finish(boolean errorRaised) throws UnwritableException {
    boolean isSound = checkEnvironments();
    if (!pending.isEmpty()) {
      complain(draft(), errorRaised);
    } else if (!indexed.isEmpty() && !errorRaised) {
      isSound &= checkWhole();
      if (isSound) {
        announceIndexes();
      }
    }
    if (isSound && !errorRaised) {
      announceEnvironment();
    }
  }

  private boolean checkEnvironments() {
    List<Finding> findings = environments.isEmpty()
        ? List.of()
        : new EnvironmentCheck(processingEnv).check(allEnvironments());
    report(findings);
    return findings.isEmpty();
  }

  /** Adds an environment that an earlier compilation has left, when it is not among the sources of this one. */
  private Set<String> allEnvironments() {
    Set<String> names = new LinkedHashSet<>(environments);
    ClassLists lists = new ClassLists(processingEnv.getFiler());
    for (String binaryName : lists.ownProviders(Environment.class)) {
      TypeElement type =
          processingEnv.getElementUtils().getTypeElement(binaryName.replace('$', '.'));
      if (type != null
          && !sourceTypes.contains(ClassLists.outermost(binaryName))
          && AnnotationValues.of(type, MigrationEnvironment.class).isPresent()
          && lists.hasClassFile(binaryName)) {
        names.add(nameOf(type));
      }
    }
    return names;
  }

  private void complain(Draft draft, boolean errorRaised) {
    WholeCheck.incomplete(around()).ifPresent(problem -> report(problem, null));
    report(draft.findings());
    if (!errorRaised) {
      report(draft.unresolved()); // Otherwise only a consequence of the error.
    }
    if (draft.isSound() && !errorRaised) {
      throw new IllegalStateException("no index was written for " + pending);
    }
  }

  /** Checks what can only be known of all revisions together; tells whether there is no error. */
  private boolean checkWhole() {
    RevisionReader reader = new RevisionReader(processingEnv.getElementUtils());
    WholeCheck check = new WholeCheck(
        processingEnv, List.copyOf(indexed.values()), around(), name -> reader.read(name));
    List<Finding> findings = check.findings();
    report(findings);
    List<Problem> problems = check.problemsElsewhere(module(), indexes);
    WholeCheck.incomplete(around()).ifPresent(problems::add);
    problems.forEach(problem -> report(problem, module()));
    check.warnOfEntities(fresh);
    return problems.isEmpty() && findings.stream().noneMatch(Finding::isError);
  }

  private void announceIndexes() throws UnwritableException {
    Elements elements = processingEnv.getElementUtils();
    ClassLists lists = new ClassLists(processingEnv.getFiler());
    lists.writeProviders(
        RevisionIndex.class,
        indexes,
        indexed.keySet().stream().map(elements::getTypeElement).toList());
    lists.writeOwnClasses(indexed.values().stream().map(RevisionClass::listed).toList());
    lists.writeMarks(indexes);
  }

  /** Announces the environment; an earlier one stays announced as long as there is its class. */
  private void announceEnvironment() throws UnwritableException {
    ClassLists lists = new ClassLists(processingEnv.getFiler());
    Elements elements = processingEnv.getElementUtils();
    Set<String> announced = lists.ownProviders(Environment.class);
    List<TypeElement> origin =
        environments.stream().map(elements::getTypeElement).toList();
    if (!environments.isEmpty()) {
      Set<String> names = new TreeSet<>();
      origin.forEach(type -> names.add(elements.getBinaryName(type).toString()));
      lists.writeProviders(Environment.class, names, origin);
    } else if (!announced.isEmpty() && announced.stream().noneMatch(lists::hasClassFile)) {
      lists.writeProviders(Environment.class, Set.of(), List.of());
    }
  }

  private @Nullable ModuleElement module() {
    Elements elements = processingEnv.getElementUtils();
    return elements.getModuleOf(elements.getTypeElement(fresh.iterator().next()));
  }

  private void report(List<Finding> findings) {
    findings.forEach(finding -> finding.reportTo(processingEnv.getMessager()));
  }

  private void report(Problem problem, @Nullable Element at) {
    processingEnv.getMessager().printMessage(Kind.ERROR, problem.render(), at);
  }

  /**
   * An index for the revisions that have none yet.
   *
   * @param name what it will be called
   * @param classes its revisions
   * @param findings what is wrong
   * @param unresolved what is missing, which another processor may still generate
   */
  private record Draft(
      IndexName name,
      List<RevisionClass> classes,
      List<Finding> findings,
      List<Finding> unresolved) {

    boolean isSound() {
      return findings.isEmpty() && unresolved.isEmpty();
    }
  }

  private Draft draft() {
    Surroundings around = around();
    Set<String> names = new LinkedHashSet<>(pending);
    if (indexed.isEmpty()) {
      names.addAll(around.kept());
    }
    RevisionReader reader = new RevisionReader(processingEnv.getElementUtils());
    List<RevisionClass> classes = names.stream()
        .map(name -> {
          TypeElement type = live.get(name);
          return type == null ? reader.read(name) : reader.read(type);
        })
        .toList();
    IndexName name = IndexName.of(classes);
    RevisionValidator validator = new RevisionValidator(processingEnv, name, around);
    return new Draft(
        name,
        classes,
        validator.check(classes, indexed.keySet().stream().map(reader::read).toList()),
        validator.unresolved(classes));
  }

  /** Looks around once, when there is something to look around from. */
  private Surroundings around() {
    if (surroundings == null) {
      surroundings = Surroundings.of(processingEnv, pending, sourceTypes);
    }
    return surroundings;
  }

  private void fail(Problem problem) {
    failed = true;
    report(problem, null);
  }
}
