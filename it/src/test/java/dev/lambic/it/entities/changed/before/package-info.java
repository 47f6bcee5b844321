/** A parcel before its states have changed. */
package dev.lambic.it.entities.changed.before;
