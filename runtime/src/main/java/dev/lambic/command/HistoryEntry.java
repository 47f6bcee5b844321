package dev.lambic.command;

import dev.lambic.script.Script;

/**
 * A revision, and whether the database stands on it.
 *
 * @param script the revision
 * @param isCurrent whether the version table names it; false also where the database was not asked
 */
public record HistoryEntry(Script script, boolean isCurrent) {}
