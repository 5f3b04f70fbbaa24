package io.reconciled.demo.services;

/** What is wrong in a service that has not heard of a change. */
public enum Difference {
  /** It lacks a subscriber that crm has. */
  MISSING,
  /** It has a subscriber that crm has not. */
  EXTRA,
  STATUS_DIFFERS,
  NUMBER_DIFFERS
}
