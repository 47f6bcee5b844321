/**
 * Reads the model out of JPA entities, as Hibernate itself maps them. The only package that knows Hibernate, which is there
 * if the project has it. Uses everything down to {@code dev.lambic.autogenerate}.
 */
@NullMarked
package dev.lambic.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
