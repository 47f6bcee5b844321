/**
 * {@link dev.lambic.config.Config} says where the database is and how a run is to behave, and opens connections. Uses
 * {@code runtime} and what is below it.
 */
@NullMarked
package dev.lambic.config;

import org.jspecify.annotations.NullMarked;
