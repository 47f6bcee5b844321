package dev.lambic.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.lambic.autogenerate.RenderItem.JavaSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source that users write themselves: the classes that it imports become JavaPoet's, which sees to clashes of names. */
final class OwnSource {
  private static final Pattern WORD = Pattern.compile(
      "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])+'|[\\w$]+(?:\\s*\\.\\s*[\\w$]+)*");

  private OwnSource() {}

  static Code code(JavaSource source) {
    return Code.own(block(source), source.text().strip().length());
  }

  static Optional<Code> unlessBlank(JavaSource source) {
    return source.text().isBlank() ? Optional.empty() : Optional.of(code(source));
  }

  /** Returns the source with references in the place of the simple names of the classes that it imports. */
  static CodeBlock block(JavaSource source) {
    Map<String, ClassName> imports = new LinkedHashMap<>();
    for (String name : source.imports()) {
      ClassName type = className(name);
      imports.put(type.simpleName(), type);
    }
    String text = source.text().strip();
    CodeBlock.Builder block = CodeBlock.builder();
    Matcher words = WORD.matcher(text);
    int end = 0;
    while (words.find()) {
      String word = words.group().split("[\\s.]", 2)[0];
      ClassName type = imports.get(word);
      if (type != null) {
        block.add("$L$T", text.substring(end, words.start()), type);
        end = words.start() + word.length();
      }
    }
    return block.add("$L", text.substring(end)).build();
  }

  /** By Java's custom, packages begin with a small letter. */
  private static ClassName className(String name) {
    List<String> parts = List.of(name.split("\\.", -1));
    int first = 0;
    while (first < parts.size() - 1 && !Character.isUpperCase(parts.get(first).charAt(0))) {
      first++;
    }
    return ClassName.get(
        String.join(".", parts.subList(0, first)),
        parts.get(first),
        parts.subList(first + 1, parts.size()).toArray(String[]::new));
  }
}
