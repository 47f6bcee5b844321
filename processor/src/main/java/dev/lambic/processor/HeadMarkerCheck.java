package dev.lambic.processor;

import dev.lambic.error.Problem;
import dev.lambic.error.ProblemId;
import dev.lambic.script.HeadMarker;
import dev.lambic.script.RevisionEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the committed file that names the heads of the module with the heads that it has. */
final class HeadMarkerCheck {
  private final Path file;
  private final List<RevisionEntry> heads;

  /** Begins a check of a file over the revisions of the module, of which there is at least one. */
  HeadMarkerCheck(Path file, List<RevisionEntry> own) {
    Set<String> parents = own.stream()
        .flatMap(entry -> entry.downRevisions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
    this.file = file;
    this.heads = own.stream()
        .filter(entry -> !parents.contains(entry.id()))
        .sorted(Comparator.comparing(RevisionEntry::id))
        .toList();
  }

  /** Returns the head to report problems at. */
  RevisionEntry head() {
    return heads.get(0);
  }

  /** Returns what is wrong with the file, if anything is. */
  Optional<Problem> check() {
    List<String> ids = heads.stream().map(RevisionEntry::id).toList();
    try {
      List<String> marked =
          HeadMarker.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      if (marked.equals(ids)) {
        return Optional.empty();
      }
      return Optional.of(mend(Problem.of(
              ProblemId.STALE_HEAD_MARKER, "The head marker does not name " + subject() + ".")
          .with("marker", displayed() + "\n" + String.join("\n", marked))
          .with("history", String.join("\n", ids))));
    } catch (NoSuchFileException e) {
      return Optional.of(
          mend(Problem.of(ProblemId.STALE_HEAD_MARKER, "The head marker does not exist.")
              .with("marker", displayed())));
    } catch (IOException e) {
      return Optional.of(Problem.of(ProblemId.STALE_HEAD_MARKER, "The head marker cannot be read.")
          .with("marker", displayed())
          .with("cause", String.valueOf(e))
          .fix("see that '-A" + ProcessorOptions.HEAD_MARKER + "' names a text file."));
    }
  }

  private String subject() {
    return heads.size() == 1 ? "the head of the history" : "the heads of the history";
  }

  private String displayed() {
    return file.toString().replace('\\', '/');
  }

  private Problem mend(Problem problem) {
    String lines = heads.stream().map(HeadMarker::line).collect(Collectors.joining("\n"));
    return problem.fix("let the file consist of "
        + (heads.size() == 1 ? "this line:\n" : "these lines:\n") + lines);
  }
}
