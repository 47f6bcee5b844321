/**
 * Immutable descriptions of database objects: tables, columns, constraints, indexes, types, and the names they bear.
 * {@link dev.lambic.schema.Schema} is the vocabulary that migrations import. Pure: no JDBC, no SQL text of any database;
 * how a description is written down is the dialect's business.
 */
@NullMarked
package dev.lambic.schema;

import org.jspecify.annotations.NullMarked;
