/** Entities as they become later. */
package dev.lambic.it.entities.changed;
