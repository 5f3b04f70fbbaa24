/** Measurements against a floor in the same run; {@code make bench} runs them all. */
package io.reconciled.bench;
