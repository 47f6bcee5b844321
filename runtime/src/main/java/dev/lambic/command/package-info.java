/**
 * {@link dev.lambic.command.Command} has a method for each command of Alembic's command line. They return what they have
 * done or found; printing is the caller's. Uses everything below it.
 */
@NullMarked
package dev.lambic.command;

import org.jspecify.annotations.NullMarked;
