package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Answer;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one look at one key means for each rule, gathered into one {@link Step}. */
final class LookedAt {
  private final EntityKey key;
  private final Look look;
  private final Timing timing;
  private final List<LifeEvent> events = new ArrayList<>();
  private final List<Instant> again = new ArrayList<>();
  private boolean durable = true;

  LookedAt(EntityKey key, Look look, Timing timing) {
    this.key = key;
    this.look = look;
    this.timing = timing;
  }

  RuleLife under(RuleName rule, Verdict verdict, RuleLife life) {
    return switch (verdict) {
      case Verdict.Consistent holds -> holds(rule, life);
      case Verdict.Unverified unverified -> couldNotTell(rule, life, unverified);
      case Verdict.Inconsistent(Finding finding) -> broken(rule, life, finding);
    };
  }

  Step step(KeyLife next) {
    Optional<Instant> lookAt =
        again.isEmpty() ? Optional.empty() : Optional.of(Collections.min(again));
    return new Step(next, events, lookAt, durable, next.involvedInFence(timing));
  }

  private RuleLife holds(RuleName rule, RuleLife life) {
    tellAgain(rule, life);
    if (life.confirmed().isPresent()) {
      events.add(new LifeEvent.Resolved(key, rule, look.began()));
    } else {
      life.suspicion()
          .since()
          .map(this::notAhead)
          .ifPresent(since -> events.add(new LifeEvent.Converged(key, rule, look.began(), since)));
    }
    return RuleLife.CLEAR;
  }

  private RuleLife couldNotTell(RuleName rule, RuleLife life, Verdict.Unverified verdict) {
    return switch (verdict.reason()) {
      case UNREACHABLE -> {
        again.add(nextTry(timing.retry()));
        durable = false;
        yield life;
      }
      case MISCONFIGURED -> {
        // A person has to mend it: it goes on record, and is tried again at leisure.
        again.add(nextTry(timing.grace()));
        yield onRecord(rule, life, verdict.reason(), verdict.detail());
      }
      case BUSY, BEHIND, TYPE, DUPLICATE -> {
        // What was suspected before stays so: nothing was seen that would clear it.
        life.suspicion().since().ifPresent(since -> again.add(look.began().plus(timing.grace())));
        yield onRecord(rule, life, verdict.reason(), verdict.detail());
      }
    };
  }

  private RuleLife broken(RuleName rule, RuleLife life, Finding finding) {
    if (look.isPartial()) {
      // What could not be read may be at fault as well, and what stands confirmed may rest on it.
      again.add(nextTry(timing.retry()));
      if (life.confirmed().filter(look::couldNotSee).isPresent()) {
        return life;
      }
    }
    if (life.confirmed().equals(Optional.of(finding))) {
      life.lookAgain(look.began(), timing).ifPresent(again::add);
      tellAgain(rule, life);
      return life.with(Suspicion.none()).verified();
    }
    if (look.busy()) {
      durable = false;
      again.add(look.began().plus(timing.grace()));
      return onRecord(
          rule, life, UnverifiedReason.BUSY, "the key moves faster than its grace window");
    }
    if (life.unverified().equals(Optional.of(UnverifiedReason.BEHIND))) {
      // A look cannot tell that captures have caught up; only a passed fence can.
      return suspect(rule, life, finding);
    }
    tellAgain(rule, life);
    return suspect(rule, life.verified(), finding);
  }

  private RuleLife suspect(RuleName rule, RuleLife life, Finding finding) {
    Readings images = images(finding);
    return switch (life.suspicion()) {
      case Suspicion.Fenced fenced when alike(fenced.suspected(), finding, images) -> life;
      case Suspicion.Suspected before when alike(before, finding, images) && !wentUnseen(before) ->
          seenAgain(rule, life, before);
      case Suspicion.None none ->
          seenFirst(rule, life, look.began(), look.quietSince(finding), finding);
      case Suspicion.Doubted(Instant first) ->
          seenFirst(rule, life, notAhead(first), look.quietSince(finding), finding);
      case Suspicion.Suspected before ->
          // It changed without news of a move: the window starts over.
          seenFirst(rule, life, before.first(), look.began(), finding);
      case Suspicion.Fenced fenced ->
          seenFirst(rule, life, fenced.suspected().first(), look.began(), finding);
    };
  }

  private RuleLife seenFirst(
      RuleName rule, RuleLife life, Instant first, Instant quietSince, Finding finding) {
    Readings images = images(finding);
    events.add(new LifeEvent.Suspected(key, rule, look.began(), first, finding, images));
    Instant quiet = isVouchedFor(finding) ? quietSince : later(look.began(), quietSince);
    Instant pair = first.plus(timing.allowed(rule)).minus(timing.grace());
    if (look.began().isBefore(pair)) {
      // Time enough for a pair of looks at the end; what waits for weeks must not fill the memory.
      again.add(pair);
      return life.with(new Suspicion.Doubted(first));
    }
    again.add(later(look.began().plus(timing.betweenLooks()), quiet.plus(timing.grace())));
    return life.with(new Suspicion.Suspected(first, quiet, finding, images));
  }

  /** Only capture can vouch for the time before a look. */
  private boolean isVouchedFor(Finding finding) {
    return !finding.restsOnOtherKeys() && timing.captured().containsAll(finding.datasets());
  }

  /** A store was out of reach meanwhile: what nobody tells of may have changed, and come back. */
  private boolean wentUnseen(Suspicion.Suspected before) {
    return !isVouchedFor(before.finding())
        && look.reach()
            .since(before.finding())
            .filter(since -> since.isAfter(before.quietSince()))
            .isPresent();
  }

  private RuleLife seenAgain(RuleName rule, RuleLife life, Suspicion.Suspected before) {
    Instant quiet = later(before.quietSince(), look.quietSince(before.finding()));
    Instant graceOver =
        later(quiet.plus(timing.grace()), before.first().plus(timing.allowed(rule)));
    if (look.began().isBefore(graceOver)) {
      again.add(graceOver);
      return life;
    }
    boolean vouched = before.finding().datasets().stream().anyMatch(timing.captured()::contains);
    return vouched
        ? life.with(new Suspicion.Fenced(before, look.began().plus(timing.fence())))
        : Confirming.confirm(key, rule, life, before, look.began(), events);
  }

  private RuleLife onRecord(RuleName rule, RuleLife life, UnverifiedReason reason, String detail) {
    if (!life.unverified().equals(Optional.of(reason))) {
      events.add(new LifeEvent.Unverified(key, rule, look.began(), reason, detail));
    }
    return life.with(life.suspicion().moved()).unverified(reason);
  }

  private void tellAgain(RuleName rule, RuleLife life) {
    if (life.unverified().isPresent()) {
      events.add(new LifeEvent.Verified(key, rule, look.began()));
    }
  }

  private Readings images(Finding finding) {
    Readings images = look.readings().only(finding.datasets());
    return finding.restsOnOtherKeys() ? images.with(answers(finding)) : images;
  }

  /**
   * What is said of other rules' questions, or of another dataset, is no matter of this finding.
   */
  private Map<Lookup, Answer> answers(Finding finding) {
    Map<Lookup, Answer> answers = new HashMap<>(look.readings().answers());
    answers.keySet().removeIf(lookup -> !finding.restsOn(lookup));
    return answers;
  }

  private Instant nextTry(Duration first) {
    Duration waited = Duration.between(look.quietSince(), look.began());
    return look.began().plus(Timing.untilNextTry(waited, first));
  }

  /** What is on record of the future was seen under a clock that has been set back since. */
  private Instant notAhead(Instant onRecord) {
    return onRecord.isAfter(look.began()) ? look.began() : onRecord;
  }

  private static boolean alike(Suspicion.Suspected before, Finding finding, Readings images) {
    return before.finding().equals(finding) && before.images().equals(images);
  }

  private static Instant later(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }
}
