package dev.lambic.source;

import dev.lambic.schema.Computed;
import dev.lambic.schema.Expression.ColumnReference;
import dev.lambic.schema.Expression.FunctionCall;
import dev.lambic.schema.Expression.Literal;
import dev.lambic.schema.Expression.NextValue;
import dev.lambic.schema.Expression.Ordered;
import dev.lambic.schema.Expression.SqlText;
import dev.lambic.schema.Identity;
import dev.lambic.schema.Sequence;
import dev.lambic.schema.SequenceOptions;
import dev.lambic.schema.ServerDefault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what values come from: expressions, computed values, identities and sequences. */
final class DefaultCode {
  private final SchemaCode parts;

  DefaultCode(SchemaCode parts) {
    this.parts = parts;
  }

  Code of(ServerDefault source) {
    if (source instanceof Literal literal && literal.type() == null) {
      return Code.call("literal", parts.of(literal.value()));
    }
    if (source instanceof SqlText text) {
      return Code.call("sql", parts.of(text.sql()));
    }
    if (source instanceof ColumnReference reference && SchemaCode.isPlain(reference.column())) {
      return Code.call("columnOf", parts.shortName(reference.column()));
    }
    if (source instanceof Ordered ordered) {
      String word = ordered.descending() ? "descending" : "ascending";
      return Code.call(word, of(ordered.element()));
    }
    if (source instanceof FunctionCall call) {
      return function(call);
    }
    if (source instanceof NextValue next && SchemaCode.isPlain(next.sequence())) {
      return Code.call("nextValue", parts.shortName(next.sequence()));
    }
    if (source instanceof Computed computed) {
      Code code = Code.call("computed", parts.of(computed.sql()));
      return computed.persisted() == null
          ? code
          : code.dot(computed.persisted() ? "stored" : "virtual");
    }
    return source instanceof Identity identity ? identity(identity) : parts.construction(source);
  }

  private Code function(FunctionCall call) {
    if (call.name().equals("now") && call.arguments().isEmpty()) {
      return Code.call("now");
    }
    List<Code> arguments = new ArrayList<>(List.of(Code.string(call.name())));
    call.arguments().forEach(argument -> arguments.add(of(argument)));
    return Code.call("function", arguments.toArray(Code[]::new));
  }

  private Code identity(Identity identity) {
    Code code = identity.isAlways() ? Code.call(Identity.class, "always") : Code.call("identity");
    code = identity.onNull() ? code.dot("numberingNull") : code;
    SequenceOptions ends = SequenceOptions.NONE
        .start(identity.options().start())
        .increment(identity.options().increment());
    if (!identity.options().equals(ends)) {
      return code.dot("with", options(identity.options()));
    }
    code = number(code, "start", identity.start());
    return number(code, "increment", identity.increment());
  }

  Code sequence(Sequence sequence) {
    Code code = Code.call(Sequence.class, "of", parts.shortName(sequence.name()));
    code = sequence.options().equals(SequenceOptions.NONE)
        ? code
        : code.dot("with", options(sequence.options()));
    return sequence.isOptional() ? code.dot("optional") : code;
  }

  Code options(SequenceOptions options) {
    Code code = Code.constant(SequenceOptions.class, "NONE");
    code = number(code, "start", options.start());
    code = number(code, "increment", options.increment());
    code = number(code, "minValue", options.minValue());
    code = number(code, "maxValue", options.maxValue());
    code = options.noMinValue() ? code.dot("withoutMinValue") : code;
    code = options.noMaxValue() ? code.dot("withoutMaxValue") : code;
    code = flag(code, "cycle", options.cycle());
    code = number(code, "cache", options.cache());
    return flag(code, "order", options.order());
  }

  private static Code number(Code code, String name, @Nullable Long number) {
    return number == null ? code : code.dot(name, Code.text(number + "L"));
  }

  private static Code flag(Code code, String name, @Nullable Boolean flag) {
    return flag == null ? code : code.dot(name, Code.text(flag.toString()));
  }
}
