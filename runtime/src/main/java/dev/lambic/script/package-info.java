/**
 * The revision graph: what the indexes say ({@link dev.lambic.script.RevisionIndex}), joined and checked ({@link
 * dev.lambic.script.RevisionMap}), and what runs can ask of it ({@link dev.lambic.script.ScriptDirectory}). Pure: no
 * JDBC, no files; the annotation processor checks histories with the same code. Uses {@code error} and {@code dev.lambic}.
 */
@NullMarked
package dev.lambic.script;

import org.jspecify.annotations.NullMarked;
