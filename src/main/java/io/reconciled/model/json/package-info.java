/**
 * JSON text as values, and back: numbers exact, nothing lost, nothing thrown on a text that is no
 * JSON. The only place in the model that knows the JSON library.
 */
@NullMarked
package io.reconciled.model.json;

import org.jspecify.annotations.NullMarked;
