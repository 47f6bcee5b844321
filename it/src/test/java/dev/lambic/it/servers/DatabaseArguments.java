package dev.lambic.it.servers;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

/** Answers {@link AllDatabases}. A test that is about none of the selected databases is skipped, and says so. */
final class DatabaseArguments
    implements ArgumentsProvider, ExecutionCondition, TestExecutionExceptionHandler {
  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return annotation(parameters.getSourceElement())
        .map(DatabaseArguments::kinds)
        .orElseThrow()
        .stream()
        .map(kind -> Arguments.of(new TestDatabase(kind)));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<AllDatabases> annotation = context.getElement().flatMap(DatabaseArguments::annotation);
    return annotation.isPresent() && kinds(annotation.get()).isEmpty()
        ? ConditionEvaluationResult.disabled(
            "about none of the selected databases: " + DatabaseKind.selected())
        : ConditionEvaluationResult.enabled("");
  }

  /** Maven's log tells the number of the argument alone. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new On(context.getDisplayName()));
    throw failure;
  }

  /** Stands in a failure's stack trace. */
  private static final class On extends Exception {
    private On(String test) {
      super("the test was run on " + test, null, false, false);
    }
  }

  private static Optional<AllDatabases> annotation(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, AllDatabases.class);
  }

  private static List<DatabaseKind> kinds(AllDatabases annotation) {
    List<DatabaseKind> only = List.of(annotation.only());
    List<DatabaseKind> except = List.of(annotation.except());
    return DatabaseKind.selected().stream()
        .filter(kind -> only.isEmpty() || only.contains(kind))
        .filter(kind -> !except.contains(kind))
        .toList();
  }
}
