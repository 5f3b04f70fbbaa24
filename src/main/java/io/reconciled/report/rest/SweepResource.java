package io.reconciled.report.rest;

import io.reconciled.model.EntityName;
import io.reconciled.report.FollowSweeps;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.SweepReport;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Sweeps: started, followed, cancelled. */
@Path(Api.ROOT + "/sweeps")
@Produces(MediaType.APPLICATION_JSON)
public class SweepResource {
  private static final int LARGEST = 1_000;
  private final RulesInForce rules;
  private final SweepLog log;
  private final FollowSweeps follow;

  public SweepResource(RulesInForce rules, SweepLog log, FollowSweeps follow) {
    this.rules = rules;
    this.log = log;
    this.follow = follow;
  }

  /**
   * What to sweep.
   *
   * @param moved whether only what moved since it was last read
   */
  public record Wanted(Optional<String> entity, Optional<Boolean> moved) {}

  /** An empty body arrives as null. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Starts a sweep, or answers with the one of this entity that runs already")
  public RestResponse<SweepReport> start(@Nullable Wanted wanted) {
    RulesInForce.Snapshot inForce = rules.now();
    Configuration configuration = inForce.configuration();
    EntityName entity =
        Asked.knownEntity(configuration, Optional.ofNullable(wanted).flatMap(Wanted::entity))
            .orElseThrow(() ->
                Refused.badParameter(
                    "entity",
                    "the body must name the entity to sweep: {\"entity\": \"...\"}",
                    configuration.entities().stream()
                        .map(Entity::name)
                        .map(EntityName::value)
                        .toList()));
    boolean onlyMoved = Optional.ofNullable(wanted).flatMap(Wanted::moved).orElse(false);
    Sweep sweep =
        onlyMoved
            ? inForce.runSweeps().startMoved(entity, "rest")
            : inForce.runSweeps().start(entity, "rest");
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, report(sweep))
        .location(URI.create(Api.ROOT + "/sweeps/" + sweep.id()))
        .build();
  }

  @GET
  @Operation(summary = "The latest sweeps, newest first")
  public List<SweepReport> latest(@RestQuery @DefaultValue("100") String limit) {
    int size = (int) Asked.number("limit", limit, 1, LARGEST);
    return log.latest(size).stream().map(this::report).toList();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One sweep, while it runs and after")
  public SweepReport one(@RestPath String id) {
    return report(known(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Cancels a running sweep; it ends after the range that it is in")
  public RestResponse<SweepReport> cancel(@RestPath String id) {
    Sweep sweep = known(id);
    if (!rules.now().runSweeps().cancel(sweep.id())) {
      throw Refused.conflict("sweep " + id + " does not run any more");
    }
    return RestResponse.accepted(report(sweep));
  }

  private SweepReport report(Sweep sweep) {
    return SweepReport.of(sweep, follow.howFar(sweep));
  }

  private Sweep known(String id) {
    return log.byId(Asked.id(id)).orElseThrow(() -> Refused.notFound("there is no sweep " + id));
  }
}
