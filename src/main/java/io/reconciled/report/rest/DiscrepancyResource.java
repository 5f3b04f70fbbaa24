package io.reconciled.report.rest;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.model.EntityRule;
import io.reconciled.report.RulesInForce;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Rule;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Findings with their lives. */
@Path(Api.ROOT + "/discrepancies")
@Produces(MediaType.APPLICATION_JSON)
public class DiscrepancyResource {
  private final RulesInForce rules;
  private final FindDiscrepancies discrepancies;

  public DiscrepancyResource(RulesInForce rules, FindDiscrepancies discrepancies) {
    this.rules = rules;
    this.discrepancies = discrepancies;
  }

  @GET
  @Operation(summary = "Discrepancies in the order of their ids, filtered, page by page")
  public DiscrepancyPage list(@BeanParam DiscrepancyQuery query) {
    Configuration configuration = rules.now().configuration();
    int size = query.size();
    List<Discrepancy> found =
        discrepancies.page(query.filter(configuration), query.afterId(), size + 1);
    List<Discrepancy> page = found.stream().limit(size).toList();
    Optional<String> next =
        found.size() > size ? Optional.of(query.nextPage(page.getLast().id())) : Optional.empty();
    return new DiscrepancyPage(
        page.stream().map(one -> DiscrepancyEntry.listed(one, check(configuration, one))).toList(),
        next);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One discrepancy with its history")
  public DiscrepancyEntry one(@RestPath String id) {
    return discrepancies
        .byId(Asked.id(id))
        .map(
            found -> DiscrepancyEntry.withHistory(found, check(rules.now().configuration(), found)))
        .orElseThrow(() -> Refused.notFound("there is no discrepancy " + id));
  }

  private static Optional<Check> check(Configuration configuration, Discrepancy discrepancy) {
    return configuration
        .rule(new EntityRule(discrepancy.entity(), discrepancy.rule()))
        .map(Rule::check);
  }
}
