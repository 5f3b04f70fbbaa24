/**
 * The report as a page for people: one at the root, and one for each discrepancy. Rendered on the
 * server; every text is escaped by the template engine.
 */
@NullMarked
package io.reconciled.report.page;

import org.jspecify.annotations.NullMarked;
