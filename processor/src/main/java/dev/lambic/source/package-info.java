/**
 * Reads and writes the sources of revisions: {@link dev.lambic.source.SourceHistory} reads them without compiling, {@link
 * dev.lambic.source.RevisionWriter} adds a class, {@link
 * dev.lambic.source.ParentEdit} puts one behind other parents. Uses {@code error}, {@code script}, the reader of {@code
 * processor}, JavaPoet and javac; knows nothing of Maven.
 */
@NullMarked
package dev.lambic.source;

import org.jspecify.annotations.NullMarked;
