package dev.lambic.schema;

/** What the definition of a table is made of: its columns, its constraints and its indexes. */
public sealed interface TableElement permits Column, Constraint, Index {}
