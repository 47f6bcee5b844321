package dev.lambic.schema;

/** Where a column's value comes from when an INSERT says nothing. */
public sealed interface ServerDefault permits Expression, Computed, Identity {}
