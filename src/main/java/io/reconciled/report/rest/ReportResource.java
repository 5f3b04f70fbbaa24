package io.reconciled.report.rest;

import io.reconciled.report.ComposeCoverage;
import io.reconciled.report.ComposeReport;
import io.reconciled.report.Coverage;
import io.reconciled.report.Outcome;
import io.reconciled.report.Report;
import io.reconciled.report.ReportAsText;
import io.reconciled.report.StoreState;
import io.reconciled.report.StoreStates;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The report as a whole. */
@Path(Api.ROOT)
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
  private final ComposeReport compose;
  private final ComposeCoverage composeCoverage;
  private final StoreStates stores;

  public ReportResource(
      ComposeReport compose, ComposeCoverage composeCoverage, StoreStates stores) {
    this.compose = compose;
    this.composeCoverage = composeCoverage;
    this.stores = stores;
  }

  @GET
  @Path("report")
  @Operation(summary = "What holds, what is broken, and what could not be verified")
  public Report report() {
    return compose.report();
  }

  /** For the terminal: the same as text, its verdict in a header. */
  @GET
  @Path("report")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public RestResponse<String> reportAsText() {
    Report report = compose.report();
    return ResponseBuilder.ok(ReportAsText.of(report))
        .header(Outcome.HEADER, report.verdict().word())
        .build();
  }

  @GET
  @Path("coverage")
  @Operation(summary = "What was verified, until when, and what was not")
  public Coverage coverage() {
    return composeCoverage.coverage();
  }

  @GET
  @Path("stores")
  @Operation(summary = "Every store: whether it answers, and how far its changes are followed")
  public List<StoreState> stores() {
    return stores.all();
  }
}
