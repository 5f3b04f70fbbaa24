package io.reconciled.report.rest;

import io.reconciled.model.StoreName;
import io.reconciled.report.RulesInForce;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.guest.Pause;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Pauses of a store's sweeps, by hand. */
@Path(Api.ROOT + "/stores/{store}/pause")
@Produces(MediaType.APPLICATION_JSON)
public class PauseResource {
  private static final int LONGEST = 1_000;
  private static final int NEWEST = 100;
  private final RulesInForce rules;
  private final KeepPauses pauses;
  private final InstantSource clock;

  public PauseResource(RulesInForce rules, KeepPauses pauses, InstantSource clock) {
    this.rules = rules;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** What is wanted, by whom and why. */
  public record Wanted(Optional<Boolean> paused, Optional<String> who, Optional<String> why) {}

  /** What was done. */
  public record PauseEntry(String store, boolean paused, String who, String why, Instant at) {
    static PauseEntry of(Pause pause) {
      return new PauseEntry(
          pause.store().value(), pause.paused(), pause.who(), pause.why(), pause.at());
    }
  }

  /** An empty body arrives as null. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Pauses a store's sweeps, or lets them go on; stays so over restarts")
  public PauseEntry put(@RestPath String store, @Nullable Wanted wanted) {
    StoreName name = known(store);
    Optional<Wanted> body = Optional.ofNullable(wanted);
    boolean paused =
        body.flatMap(Wanted::paused)
            .orElseThrow(() ->
                Refused.badParameter(
                    "paused",
                    "the body must say {\"paused\": true or false, \"who\": \"...\", \"why\": \"...\"}",
                    List.of("true", "false")));
    Pause pause =
        new Pause(
            name,
            paused,
            text("who", body.flatMap(Wanted::who)),
            text("why", body.flatMap(Wanted::why)),
            clock.instant());
    pauses.put(pause);
    return PauseEntry.of(pause);
  }

  @GET
  @Operation(summary = "Who paused the store's sweeps or let them go on, the newest first")
  public List<PauseEntry> history(@RestPath String store) {
    return pauses.history(known(store), NEWEST).stream().map(PauseEntry::of).toList();
  }

  private StoreName known(String name) {
    List<StoreName> stores =
        rules.now().configuration().connectors().stream()
            .map(connector -> connector.store())
            .toList();
    return stores.stream()
        .filter(store -> store.value().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Refused.notFound(
                "store",
                "no connector names the store " + name,
                stores.stream().map(StoreName::value).toList()));
  }

  private static String text(String parameter, Optional<String> text) {
    return text.map(String::strip)
        .filter(given -> !given.isEmpty() && given.length() <= LONGEST)
        .orElseThrow(() ->
            Refused.badParameter(
                parameter,
                "the body must say %s, in at most %d characters".formatted(parameter, LONGEST),
                List.of()));
  }
}
