package io.reconciled.report.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.reconciled.model.ReconciledException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into a problem document; a stack trace goes to the log only. */
class TellProblems {
  private static final Logger LOG = Logger.getLogger(TellProblems.class);

  @ServerExceptionMapper
  RestResponse<Problem> refused(Refused refused) {
    return answer(refused.problem());
  }

  @ServerExceptionMapper
  RestResponse<Problem> wrongShape(MismatchedInputException wrong) {
    String path =
        wrong.getPath().stream()
            .map(part -> Optional.ofNullable(part.getFieldName()).orElse("[]"))
            .collect(Collectors.joining("."));
    return answer(
        Problem.of(
            400,
            "Bad request body",
            "the body does not have the shape that is asked for"
                + (path.isEmpty() ? "" : ", at " + path)));
  }

  @ServerExceptionMapper
  RestResponse<Problem> noJson(JsonProcessingException wrong) {
    String where =
        Optional.ofNullable(wrong.getLocation())
            .map(at -> ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
            .orElse("");
    return answer(Problem.of(400, "Bad request body", "the body is not JSON" + where));
  }

  @ServerExceptionMapper
  RestResponse<Problem> web(WebApplicationException web) {
    if (web.getCause() instanceof MismatchedInputException wrong) {
      return wrongShape(wrong);
    }
    if (web.getCause() instanceof JsonProcessingException wrong) {
      return noJson(wrong);
    }
    Response.StatusType status = web.getResponse().getStatusInfo();
    return answer(
        Problem.of(status.getStatusCode(), status.getReasonPhrase(), status.getReasonPhrase()));
  }

  /** What fails behind a well-formed request is the state database. */
  @ServerExceptionMapper
  RestResponse<Problem> failed(ReconciledException failed) {
    LOG.error("a request failed", failed);
    return answer(
        Problem.of(503, "Service unavailable", "the daemon cannot answer now; its log says why"));
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Throwable unexpected) {
    String number = UUID.randomUUID().toString();
    LOG.errorf(unexpected, "a request broke down, %s", number);
    return answer(
        Problem.of(
            500,
            "Internal error",
            "the request broke down; the daemon's log says why, beside " + number));
  }

  private static RestResponse<Problem> answer(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .build();
  }
}
