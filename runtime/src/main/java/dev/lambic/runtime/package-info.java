/**
 * The run: {@link dev.lambic.runtime.MigrationContext} drives migrations over one connection, {@link
 * dev.lambic.runtime.HeadMaintainer} keeps the version table in step, {@link dev.lambic.runtime.EnvironmentContext} is
 * what an {@link dev.lambic.runtime.Environment} sets a run up with. Uses {@code script}, {@code dialect} and what is
 * below them.
 */
@NullMarked
package dev.lambic.runtime;

import org.jspecify.annotations.NullMarked;
