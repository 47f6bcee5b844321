package com.acme;

/** The revisions of this module, as its {@code @Revision} classes declare them. */
@javax.annotation.processing.Generated("dev.lambic.processor.RevisionProcessor")
@java.lang.SuppressWarnings({"deprecation", "removal"})
public final class RevisionIndex_75888c3e implements dev.lambic.script.RevisionIndex {
  /** Made by {@link java.util.ServiceLoader}. */
  public RevisionIndex_75888c3e() {}

  static final java.lang.String CLASSES_0 = "com.acme.More.Nested com.acme.CreateAccount com.acme.mail.AddEmail";

  @java.lang.Override
  public java.util.List<java.lang.String> heads() {
    return java.util.List.of("0b1");
  }

  @java.lang.Override
  public java.util.List<dev.lambic.script.RevisionEntry> revisions() {
    return java.util.List.of(new dev.lambic.script.RevisionEntry[] {
      dev.lambic.script.RevisionEntry.builder("0b1", "com.acme.More$Nested")
          .downRevision("1975ea83b712", "27c6a30d7c24")
          .dependsOn("mail")
          .irreversible()
          .build(),
      dev.lambic.script.RevisionEntry.builder("1975ea83b712", "com.acme.CreateAccount")
          .message("create account")
          .createDate("2026-11-22 10:00")
          .build(),
      dev.lambic.script.RevisionEntry.builder("27c6a30d7c24", "com.acme.mail.AddEmail")
          .downRevision("1975ea83b712")
          .branchLabels("mail", "post")
          .irreversible()
          .build()
    });
  }

  @java.lang.Override
  public dev.lambic.Migration create(int position) {
    return switch (position) {
      case 0 -> new com.acme.More.Nested<>();
      case 1 -> new com.acme.CreateAccount();
      case 2 -> new com.acme.mail.AddEmail();
      default -> throw new java.lang.IndexOutOfBoundsException(position);
    };
  }
}
