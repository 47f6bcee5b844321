package dev.lambic.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambic.Revision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionClassesTest {

  /** Speaks of the annotation without bearing it. */
  static final class Reader {
    String idOf(Revision revision) {
      return revision.id();
    }
  }

  @Test
  void annotatedClassesAreFoundByName() throws Exception {
    assertThat(RevisionClasses.in(ShopProject.withoutIndex().classes()))
        .containsExactly("shop.AddAccountEmail", "shop.CreateAccount");
  }

  @Test
  void classThatOnlyReadsTheAnnotation_isNone() throws Exception {
    ShopProject shop = ShopProject.empty();
    shop.add("dev/lambic/maven/RevisionClassesTest$Reader.class");

    assertThat(RevisionClasses.in(shop.classes())).isEmpty();
  }

  @Test
  void missingDirectory_hasNone(@TempDir Path directory) throws Exception {
    assertThat(RevisionClasses.in(directory.resolve("classes"))).isEmpty();
  }
}
