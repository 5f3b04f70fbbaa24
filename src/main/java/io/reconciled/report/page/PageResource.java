package io.reconciled.report.page;

import io.quarkus.qute.TemplateInstance;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.FindDiscrepancies;
import io.reconciled.discrepancy.FindDiscrepancies.Filter;
import io.reconciled.discrepancy.Status;
import io.reconciled.model.EntityRule;
import io.reconciled.report.FollowSweeps;
import io.reconciled.report.LatestReport;
import io.reconciled.report.Report;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.SweepReport;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Rule;
import io.reconciled.sweep.SweepLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PageResource {
  private static final int NEWEST = 50;
  private static final int SWEEPS = 5;
  private final RulesInForce rules;
  private final LatestReport latest;
  private final FindDiscrepancies discrepancies;
  private final SweepLog sweeps;
  private final FollowSweeps follow;

  public PageResource(
      RulesInForce rules,
      LatestReport latest,
      FindDiscrepancies discrepancies,
      SweepLog sweeps,
      FollowSweeps follow) {
    this.rules = rules;
    this.latest = latest;
    this.discrepancies = discrepancies;
    this.sweeps = sweeps;
    this.follow = follow;
  }

  @GET
  @Operation(hidden = true)
  public RestResponse<TemplateInstance> front() {
    Optional<Report> report = latest.get();
    if (report.isEmpty()) {
      return page(
          RestResponse.Status.SERVICE_UNAVAILABLE,
          new Templates.Sorry(
              "No report", "The state database does not answer; the daemon's log says why."));
    }
    Configuration configuration = rules.now().configuration();
    FrontView view =
        ComposeFrontView.of(
            report.get(),
            configuration,
            discrepancies.newest(Filter.in(Status.CONFIRMED), configuration.shadows(), NEWEST),
            sweeps.latest(SWEEPS).stream()
                .map(sweep -> SweepReport.of(sweep, follow.howFar(sweep)))
                .toList());
    return page(RestResponse.Status.OK, new Templates.Front(view));
  }

  @GET
  @Path("discrepancies/{id: [0-9]{1,18}}")
  @Operation(hidden = true)
  public RestResponse<TemplateInstance> detail(@RestPath long id) {
    Optional<Discrepancy> found = discrepancies.byId(id);
    return found.isPresent()
        ? page(RestResponse.Status.OK, detail(found.get()))
        : page(
            RestResponse.Status.NOT_FOUND,
            new Templates.Sorry("Not found", "There is no discrepancy " + id + "."));
  }

  private Templates.Detail detail(Discrepancy found) {
    Optional<Rule> rule =
        rules.now().configuration().rule(new EntityRule(found.entity(), found.rule()));
    return new Templates.Detail(DetailView.of(found, rule));
  }

  private static RestResponse<TemplateInstance> page(
      RestResponse.Status status, TemplateInstance template) {
    return ResponseBuilder.create(status, template)
        .header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        .header("Cache-Control", "no-store")
        .build();
  }
}
