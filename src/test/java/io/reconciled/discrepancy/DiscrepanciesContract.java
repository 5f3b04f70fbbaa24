package io.reconciled.discrepancy;

abstract class DiscrepanciesContract {
  abstract javax.sql.DataSource database();
}
