package io.reconciled.discrepancy.jooq;

import static io.reconciled.discrepancy.jooq.generated.Tables.DISCREPANCY;
import static io.reconciled.discrepancy.jooq.generated.Tables.UNVERIFIED_KEY;
import static org.jooq.impl.DSL.select;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.state.jooq.KeyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Pages through the keys of one entity of which anything is open. */
final class PageOpenKeys {
  /** Before the text of every key. */
  private static final String FIRST = "";

  private final DSLContext query;
  private final String entity;
  private final KeyShape shape;

  PageOpenKeys(DSLContext query, EntityName entity, KeyShape shape) {
    this.query = query;
    this.entity = entity.value();
    this.shape = shape;
  }

  /** Only the last page is shorter than the limit, even where keys have to be passed over. */
  List<SharedKey> page(Optional<SharedKey> after, int limit) {
    List<SharedKey> page = new ArrayList<>();
    Optional<String> from = after.map(key -> KeyText.stored(key.toString()));
    List<String> texts;
    do {
      int missing = limit - page.size();
      texts = texts(from, missing);
      texts.forEach(text -> shape.parse(KeyText.read(text)).ifPresent(page::add));
      from = texts.isEmpty() ? from : Optional.of(texts.getLast());
    } while (!texts.isEmpty() && page.size() < limit);
    return page;
  }

  private List<String> texts(Optional<String> after, int limit) {
    var open =
        select(DISCREPANCY.SHARED_KEY)
            .from(DISCREPANCY)
            .where(DISCREPANCY.ENTITY.eq(entity))
            .and(DISCREPANCY.IS_OPEN.isTrue())
            .and(after.map(DISCREPANCY.SHARED_KEY::gt).orElse(DISCREPANCY.SHARED_KEY.ge(FIRST)));
    var unverified =
        select(UNVERIFIED_KEY.SHARED_KEY)
            .from(UNVERIFIED_KEY)
            .where(UNVERIFIED_KEY.ENTITY.eq(entity))
            .and(
                after
                    .map(UNVERIFIED_KEY.SHARED_KEY::gt)
                    .orElse(UNVERIFIED_KEY.SHARED_KEY.ge(FIRST)));
    return query
        .selectFrom(open.union(unverified))
        .orderBy(1)
        .limit(limit)
        .fetch(row -> row.value1());
  }
}
