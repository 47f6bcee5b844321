/**
 * The annotation processor. {@link dev.lambic.processor.RevisionProcessor} keeps the rounds; the reader turns elements
 * into {@code RevisionClass}, the validator finds what is wrong with them, the writer makes the index. Histories are
 * checked by {@code dev.lambic.script}, with the code that a run uses. Uses {@code error}, {@code script} and JavaPoet;
 * knows nothing of Maven.
 */
@NullMarked
package dev.lambic.processor;

import org.jspecify.annotations.NullMarked;
