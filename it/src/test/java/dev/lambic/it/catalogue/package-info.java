/**
 * What is in a database, read back from its own catalogue, independently of what Lambic's dialects read: a
 * {@link dev.lambic.it.catalogue.Catalogue} can be compared with another one, searched, and printed.
 */
@NullMarked
package dev.lambic.it.catalogue;

import org.jspecify.annotations.NullMarked;
