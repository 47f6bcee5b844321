package dev.lambic.autogenerate;

import dev.lambic.autogenerate.Difference.Stage;
import dev.lambic.dialect.Capability;
import dev.lambic.operations.MigrateOperation.CreateSequenceOp;
import dev.lambic.operations.MigrateOperation.DropSequenceOp;
import dev.lambic.schema.Name;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sequences that stand on their own: new ones come before the tables, those that go come last. How one runs
 * that is on both sides cannot be changed without a word on where it goes on, so that is pointed out.
 */
final class Sequences {
  private final Comparison comparison;
  private final Map<String, Sequence> actual = new TreeMap<>();
  private final Map<String, Sequence> wanted = new TreeMap<>();

  Sequences(Comparison comparison, List<Sequence> database, List<Sequence> model) {
    this.comparison = comparison;
    for (Sequence sequence : database) {
      Name schema = sequence.name().schema();
      IncludeName.Parents parents =
          new IncludeName.Parents(schema == null ? null : schema.text(), null);
      if (comparison.includesName(sequence.name().name().text(), ObjectType.SEQUENCE, parents)) {
        actual.put(comparison.key(sequence.name()), sequence);
      }
    }
    boolean hasOptional = comparison.context.dialect().supports(Capability.SEQUENCES)
        && !comparison.inspector.hasIdentity();
    for (Sequence sequence : model) {
      if (!sequence.isOptional() || hasOptional) {
        wanted.put(comparison.key(sequence.name()), sequence);
      }
    }
  }

  void create() {
    if (!comparison.plugins.has(Plugins.SEQUENCES)) {
      return;
    }
    wanted.forEach((key, sequence) -> {
      Sequence present = actual.get(key);
      if (!includes(sequence, false, present)) {
        return;
      }
      if (present == null) {
        comparison.differences.add(
            Difference.of(null, Stage.NO_TABLE, new CreateSequenceOp(sequence, false)));
      } else {
        compare(sequence.name().toString(), present.options(), sequence.options());
      }
    });
  }

  void drop() {
    if (!comparison.plugins.has(Plugins.REMOVED_SEQUENCES)) {
      return;
    }
    actual.forEach((key, sequence) -> {
      if (!wanted.containsKey(key) && includes(sequence, true, null)) {
        comparison.differences.add(Difference.of(
                null, Stage.NO_TABLE, new DropSequenceOp(sequence.name(), false, sequence))
            .destructive(true));
      }
    });
  }

  private boolean includes(Sequence sequence, boolean isReflected, @Nullable Sequence other) {
    return comparison.includesObject(
        sequence, sequence.name().name(), ObjectType.SEQUENCE, null, isReflected, other);
  }

  /** Whatever the model leaves to the database is as it should be; where the numbers stand is the rows' business. */
  private void compare(String name, SequenceOptions present, SequenceOptions target) {
    compare(name, "step", present.increment(), target.increment());
    compare(name, "least number", present.minValue(), target.minValue());
    compare(name, "greatest number", present.maxValue(), target.maxValue());
    if (target.cycle() != null) {
      compare(name, "cycle", Boolean.TRUE.equals(present.cycle()), target.cycle());
    }
  }

  private void compare(
      String name, String what, @Nullable Object present, @Nullable Object target) {
    if (target != null && !Objects.equals(present, target)) {
      comparison.findings.add(new Finding(
          Finding.Kind.NOT_CHANGEABLE,
          "The " + what + " of sequence '" + name + "' is "
              + (present == null ? "unstated" : present) + " in the database and " + target
              + " in the model; change it with 'execute'."));
    }
  }
}
