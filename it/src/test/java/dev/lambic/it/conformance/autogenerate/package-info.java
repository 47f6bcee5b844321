/** Checks what Lambic finds different between a database and a model against what Alembic found. */
package dev.lambic.it.conformance.autogenerate;
