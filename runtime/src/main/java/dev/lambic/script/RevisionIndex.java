package dev.lambic.script;

import dev.lambic.Migration;
import java.util.List;

/**
 * The revisions of one module, written by the annotation processor as a class and found through {@link
 * java.util.ServiceLoader}. Reading it loads no migration class.
 */
public interface RevisionIndex {

  /** Returns what the module's classes say about their revisions, sorted by id. */
  List<RevisionEntry> revisions();

  /**
   * Returns the ids of the revisions that no other of the module has as its parent, sorted. None where they are not known, or
   * where the module's history goes on from another's.
   */
  default List<String> heads() {
    return List.of();
  }

  /**
   * Makes a new instance of a migration.
   *
   * @param position where {@link #revisions} names it
   * @throws IndexOutOfBoundsException if there is no such position
   */
  Migration create(int position);
}
