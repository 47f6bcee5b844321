/** A parcel after its states have changed. */
package dev.lambic.it.entities.changed.after;
