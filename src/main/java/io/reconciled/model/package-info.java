/**
 * The words that every stage shares. Plain values without a framework, a clock or IO; nothing here
 * depends on another package of the project.
 */
@NullMarked
package io.reconciled.model;

import org.jspecify.annotations.NullMarked;
