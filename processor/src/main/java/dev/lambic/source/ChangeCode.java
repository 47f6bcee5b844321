package dev.lambic.source;

import dev.lambic.operations.BatchSettings;
import dev.lambic.operations.ColumnChange;
import dev.lambic.operations.ColumnFacts;
import dev.lambic.operations.Given;
import dev.lambic.schema.Constraint;
import dev.lambic.schema.Name;
import dev.lambic.schema.ServerDefault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes changes of columns, and the settings of batches. */
final class ChangeCode {
  private final SchemaCode parts;

  ChangeCode(SchemaCode parts) {
    this.parts = parts;
  }

  Code change(ColumnChange change) {
    Code code = Code.call("change", parts.shortName(change.column()));
    ColumnFacts to = change.to();
    ColumnFacts from = change.from();
    code = change.newName() == null ? code : code.dot("rename", parts.shortName(change.newName()));
    code = to.type() == null ? code : code.dot("type", parts.type(to.type()));
    code = flag(code, "nullable", to.nullable());
    code = serverDefault(code, "serverDefault", "dropServerDefault", to.serverDefault());
    if (to.comment().isGiven()) {
      code = to.comment().value() == null
          ? code.dot("dropComment")
          : code.dot("comment", parts.of(to.comment().value()));
    }
    code = flag(code, "autoincrement", to.autoincrement());
    code = from.type() == null ? code : code.dot("existingType", parts.type(from.type()));
    code = flag(code, "existingNullable", from.nullable());
    code = serverDefault(
        code, "existingServerDefault", "withoutExistingServerDefault", from.serverDefault());
    code = from.comment().isGiven()
        ? code.dot("existingComment", parts.of(from.comment().value()))
        : code;
    code = flag(code, "existingAutoincrement", from.autoincrement());
    return parts.with(code, change.options());
  }

  private static Code flag(Code code, String name, @Nullable Boolean flag) {
    return flag == null ? code : code.dot(name, Code.text(flag.toString()));
  }

  private Code serverDefault(Code code, String name, String without, Given<ServerDefault> given) {
    if (!given.isGiven()) {
      return code;
    }
    ServerDefault source = given.value();
    if (source == null) {
      return code.dot(without);
    }
    Optional<Code> written = parts.defaultValue(source);
    return written.isPresent() ? code.dot(name, written.get()) : code;
  }

  Code settings(BatchSettings settings) {
    Code code = Code.constant(BatchSettings.class, settings.recreate().name());
    code = settings.copyFrom() == null ? code : code.dot("copyFrom", parts.of(settings.copyFrom()));
    for (List<Name> order : settings.partialReordering()) {
      if (!order.stream().allMatch(SchemaCode::isPlain)) {
        return parts.construction(settings);
      }
      code = code.dot("reordering", order.stream().map(parts::shortName).toArray(Code[]::new));
    }
    for (Constraint constraint : settings.additions()) {
      code = code.dot("adding", parts.of(constraint));
    }
    code = parts.with(code, settings.options());
    return settings.namingConvention() == null
        ? code
        : code.dot("namingConvention", parts.of(settings.namingConvention()));
  }
}
