package io.reconciled.report.rest;

/** Where the interface is. */
final class Api {
  static final String ROOT = "/api/v1";

  private Api() {}
}
