package io.reconciled.report.rest;

import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.DatasetName;
import io.reconciled.model.RuleName;
import io.reconciled.rules.Configuration;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query of a list of discrepancies, as it was written. */
public record DiscrepancyQuery(
    @RestQuery Optional<String> entity,
    @RestQuery Optional<String> rule,
    @RestQuery Optional<String> dataset,
    @RestQuery Optional<String> key,
    @RestQuery @Parameter(description = "suspected, confirmed, resolved, converged or rule_removed")
        Optional<String> status,
    @RestQuery
        @Parameter(
            description =
                "missing, extra, differs, duplicate, violated, shared, dangling, miscounted,"
                    + " mistotalled or stale")
        Optional<String> kind,
    @RestQuery @Parameter(description = "first seen at this time or later, ISO 8601")
        Optional<String> since,
    @RestQuery @DefaultValue("0") @Parameter(description = "the last id of the page before")
        String after,
    @RestQuery @DefaultValue("100") @Parameter(description = "1 to 1000") String limit) {
  private static final int LARGEST = 1_000;

  Filter filter(Configuration configuration) {
    return new Filter(
        Asked.knownEntity(configuration, entity),
        rule.map(RuleName::new),
        dataset.map(DatasetName::new),
        key,
        Asked.oneOf(Status.class, "status", status),
        Asked.oneOf(Finding.Kind.class, "kind", kind),
        Asked.instant("since", since));
  }

  long afterId() {
    return Asked.number("after", after, 0, Long.MAX_VALUE);
  }

  int size() {
    return (int) Asked.number("limit", limit, 1, LARGEST);
  }

  /** The same question, from after this id on. */
  String nextPage(long lastId) {
    UriBuilder next = UriBuilder.fromPath(Api.ROOT).path("discrepancies");
    with(next, "entity", entity);
    with(next, "rule", rule);
    with(next, "dataset", dataset);
    with(next, "key", key);
    with(next, "status", status);
    with(next, "kind", kind);
    with(next, "since", since);
    with(next, "after", Optional.of(Long.toString(lastId)));
    with(next, "limit", Optional.of(limit));
    return next.build().toString();
  }

  /** A value is text, never a template: braces in it are its own. */
  private static void with(UriBuilder uri, String name, Optional<String> value) {
    value.ifPresent(text -> uri.queryParam(name, text.replace("{", "%7B").replace("}", "%7D")));
  }
}
