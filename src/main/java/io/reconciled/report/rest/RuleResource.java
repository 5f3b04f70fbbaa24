package io.reconciled.report.rest;

import io.reconciled.rules.Configuration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What must hold. */
@Path(Api.ROOT + "/rules")
@Produces(MediaType.APPLICATION_JSON)
public class RuleResource {
  private final Configuration configuration;

  public RuleResource(Configuration configuration) {
    this.configuration = configuration;
  }

  @GET
  @Operation(summary = "Every rule, as it is configured")
  public List<RuleEntry> rules() {
    return configuration.entities().stream()
        .flatMap(entity -> entity.rules().stream().map(rule -> RuleEntry.of(entity, rule)))
        .toList();
  }
}
