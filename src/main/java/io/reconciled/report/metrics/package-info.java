/** The report as gauges for Prometheus, cheap to scrape. */
@NullMarked
package io.reconciled.report.metrics;

import org.jspecify.annotations.NullMarked;
