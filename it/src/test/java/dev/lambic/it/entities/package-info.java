/** The entities of a shop: what a project of some size maps, each way of mapping at least once. */
package dev.lambic.it.entities;
