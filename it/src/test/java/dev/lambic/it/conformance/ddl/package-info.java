/** Checks what Lambic renders for each directive against what Alembic rendered. */
package dev.lambic.it.conformance.ddl;
