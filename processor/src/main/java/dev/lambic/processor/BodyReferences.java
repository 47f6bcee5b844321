package dev.lambic.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Finds the names of types in the source of a class, where the compiler is a javac that shows it. */
final class BodyReferences {
  private final Trees trees;

  private BodyReferences(Trees trees) {
    this.trees = trees;
  }

  /** Returns nothing if the compiler is another, or is hidden by the tool that runs it. */
  static Optional<BodyReferences> in(ProcessingEnvironment environment) {
    try {
      return Optional.of(new BodyReferences(Trees.instance(environment)));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * A name in a source, as far as its text alone can tell what it means.
   *
   * @param candidates the names of the types that it could be, by imports and package
   * @param trees the compiler's trees
   * @param tree where it stands
   * @param file the file it stands in
   */
  record Reference(List<String> candidates, Trees trees, Tree tree, CompilationUnitTree file) {
    void warn(String message) {
      trees.printMessage(Kind.WARNING, message, tree, file);
    }
  }

  /** Shows the references in a class; returns whether the source is there at all. */
  boolean visit(TypeElement type, Consumer<Reference> visitor) {
    @Nullable TreePath path = trees.getPath(type);
    if (path == null) {
      return false;
    }
    CompilationUnitTree file = path.getCompilationUnit();
    Imports imports = new Imports(file);
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        show(tree, tree.getName().toString());
        return null;
      }

      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        show(tree, tree.toString());
        return super.visitMemberSelect(tree, null);
      }

      private void show(Tree tree, String name) {
        if (looksLikeAType(name)) {
          visitor.accept(new Reference(imports.candidates(name), trees, tree, file));
        }
      }
    }.scan(path.getLeaf(), null);
    return true;
  }

  /** By convention the last part of a type's name begins with a capital; most names in a body are none. */
  private static boolean looksLikeAType(String name) {
    char first = name.charAt(name.lastIndexOf('.') + 1);
    return Character.isUpperCase(first) && name.chars().allMatch(BodyReferences::isPartOfName);
  }

  private static boolean isPartOfName(int character) {
    return character == '.' || Character.isJavaIdentifierPart(character);
  }

  /** What the beginning of a file says about the names in it. */
  private static final class Imports {
    private final Map<String, String> single = new LinkedHashMap<>();
    private final List<String> scopes = new ArrayList<>();

    Imports(CompilationUnitTree file) {
      @Nullable Tree packageName = file.getPackageName();
      scopes.add(packageName == null ? "" : packageName + ".");
      for (ImportTree one : file.getImports()) {
        String name = one.getQualifiedIdentifier().toString();
        int dot = name.lastIndexOf('.');
        if (name.endsWith(".*")) {
          scopes.add(name.substring(0, dot + 1));
        } else {
          single.put(name.substring(dot + 1), name);
        }
      }
    }

    List<String> candidates(String name) {
      int dot = name.indexOf('.');
      String first = dot < 0 ? name : name.substring(0, dot);
      String rest = dot < 0 ? "" : name.substring(dot);
      List<String> candidates = new ArrayList<>();
      @Nullable String imported = single.get(first);
      if (imported != null) {
        candidates.add(imported + rest);
        return candidates;
      }
      if (dot > 0) {
        candidates.add(name);
      }
      scopes.forEach(scope -> candidates.add(scope + name));
      return candidates;
    }
  }
}
