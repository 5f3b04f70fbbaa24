package io.reconciled.report.rest;

import io.reconciled.report.RefusedFiles;
import io.reconciled.report.ReloadRules;
import io.reconciled.report.RuleChanges;
import io.reconciled.report.RulesInForce;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What must hold. */
@Path(Api.ROOT + "/rules")
@Produces(MediaType.APPLICATION_JSON)
public class RuleResource {
  private final RulesInForce rules;
  private final ReloadRules reload;

  public RuleResource(RulesInForce rules, ReloadRules reload) {
    this.rules = rules;
    this.reload = reload;
  }

  @GET
  @Operation(summary = "Every rule, as it is configured")
  public List<RuleEntry> rules() {
    return rules.now().configuration().entities().stream()
        .flatMap(entity -> entity.rules().stream().map(rule -> RuleEntry.of(entity, rule)))
        .toList();
  }

  /**
   * What is in force after a reload.
   *
   * @param since when it was read from the files
   */
  public record InForce(Instant since, RuleChanges changes) {}

  @POST
  @Path("reload")
  @Operation(summary = "Reads the files again; all of them are in force afterwards, or none")
  public InForce reload() {
    return switch (reload.reload()) {
      case ReloadRules.Reloaded.InForce(Instant since, RuleChanges changes) ->
          new InForce(since, changes);
      case ReloadRules.Reloaded.Refused(RefusedFiles files) -> throw Refused.files(files);
    };
  }
}
