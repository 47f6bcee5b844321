package com.acme;

import com.acme.mail.AddEmail;
import dev.lambic.Migration;
import dev.lambic.script.RevisionEntry;
import dev.lambic.script.RevisionIndex;
import java.lang.IndexOutOfBoundsException;
import java.lang.Override;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Generated;

/**
 * The revisions of this module, as its {@code @Revision} classes declare them.
 */
@Generated("dev.lambic.processor.RevisionProcessor")
@SuppressWarnings({
    "deprecation",
    "removal"
})
public final class RevisionIndex_75888c3e implements RevisionIndex {
  /**
   * Made by {@link ServiceLoader}.
   */
  public RevisionIndex_75888c3e() {
  }

  @Override
  public List<RevisionEntry> revisions() {
    return List.of(new RevisionEntry[] {
        RevisionEntry.builder("0b1", "com.acme.More$Nested")
            .downRevision("1975ea83b712", "27c6a30d7c24")
            .dependsOn("mail")
            .irreversible()
            .build(),
        RevisionEntry.builder("1975ea83b712", "com.acme.CreateAccount")
            .message("create account")
            .createDate("2026-11-22 10:00")
            .build(),
        RevisionEntry.builder("27c6a30d7c24", "com.acme.mail.AddEmail")
            .downRevision("1975ea83b712")
            .branchLabels("mail", "post")
            .irreversible()
            .build()
    });
  }

  @Override
  public Migration create(int position) {
    return switch (position) {
      case 0 -> new More.Nested<>();
      case 1 -> new CreateAccount();
      case 2 -> new AddEmail();
      default -> throw new IndexOutOfBoundsException(position);
    };
  }
}
