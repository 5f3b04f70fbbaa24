/**
 * What the operators write: connectors, entities, datasets and the rules that must hold between
 * them. Loading refuses bad files whole, with every problem named at once by file, line and fix.
 */
@NullMarked
package io.reconciled.rules;

import org.jspecify.annotations.NullMarked;
