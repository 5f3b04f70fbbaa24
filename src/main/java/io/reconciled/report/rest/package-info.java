/**
 * The REST interface under {@code /api/v1}. Its records are the contract; what it refuses, it
 * refuses as {@code application/problem+json}, naming the parameter and what is allowed.
 */
@NullMarked
package io.reconciled.report.rest;

import org.jspecify.annotations.NullMarked;
