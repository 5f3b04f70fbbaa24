/**
 * A small model of three services that share their subscribers: crm takes the changes, and an
 * outbox per other service carries each of them over, a little later and in order. Some carries are
 * lost on purpose; only who runs the model is told which.
 */
@NullMarked
package io.reconciled.demo.services;

import org.jspecify.annotations.NullMarked;
