package dev.lambic.script;

/** How {@link ScriptDirectory#iterateRevisions} goes through the history; named after the parameters that Alembic has. */
public enum IterateOption {
  /** The lower end is part of the result. */
  INCLUSIVE,

  /** Everything that the upper end needs is part of the result, whether or not it comes after the lower end. */
  IMPLICIT_BASE,

  /** A symbol that counts more steps than there are leads to the end of the history, instead of to an error. */
  CLIP_RELATIVE,

  /** The result is what has to be undone to come from the upper end down to the lower. */
  SELECT_FOR_DOWNGRADE
}
