package dev.lambic.runtime;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step as the journal has it: what ran, when, by whom, and what came of it.
 *
 * @param step the number of the step; later ones have higher numbers
 * @param revision the revision, or the revisions that a stamp leads to, separated by commas; empty for base
 * @param parents the revisions that it comes after, separated by commas; for a stamp, those that it leaves
 * @param labels the branch labels of the revision, separated by commas
 * @param message what the revision does, in the words of its author
 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param startedAt when it began, by the database's clock
 * @param endedAt when it ended; null while it runs, and where its process died
 * @param databaseUser the user of the database that ran it; null where the database knows none
 * @param process the process that ran it, and its machine
 * @param tool the version of Lambic
 * @param outcome what came of it
 * @param error why it failed; null if it did not
 * @param hash a digest of its statements as they were for this database; null where they are not all known
 */
public record JournalEntry(
    long step,
    String revision,
    String parents,
    String labels,
    String message,
    String direction,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String databaseUser,
    String process,
    String tool,
    Outcome outcome,
    @Nullable String error,
    @Nullable String hash) {

  /** What came of a step. */
  public enum Outcome {
    /** It runs, or its process died. */
    RUNNING("running"),
    /** It ran to its end. */
    DONE("done"),
    /** It failed. */
    FAILED("failed"),
    /** It was cut short, and a later step has gone on with it. */
    RESUMED("resumed"),
    /** It was cut short, and somebody has said that it is to count as applied. */
    RESOLVED_APPLIED("applied by hand"),
    /** It was cut short, and somebody has said that it is to count as undone. */
    RESOLVED_ROLLED_BACK("undone by hand");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }

    /** Returns the words that stand in the journal. */
    public String text() {
      return text;
    }

    static Outcome parse(String text) {
      for (Outcome outcome : values()) {
        if (outcome.text.equals(text)) {
          return outcome;
        }
      }
      return RUNNING;
    }
  }

  public JournalEntry {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(outcome, "outcome");
  }
}
