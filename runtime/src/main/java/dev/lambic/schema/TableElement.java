package dev.lambic.schema;

/** What the definition of a table is made of: its columns and its constraints. */
public sealed interface TableElement permits Column, Constraint {}
