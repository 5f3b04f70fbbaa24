package io.reconciled.demo.services;

import java.util.function.Function;

/**
 * How a service keeps its subscribers in SQL.
 *
 * @param upsert with the parameters key, number, status
 * @param delete with the parameter key
 * @param select gives key, number, status
 * @param write the status as the table has it
 * @param read the opposite of {@code write}
 */
record SqlTable(
    String upsert,
    String delete,
    String select,
    Function<Status, String> write,
    Function<String, Status> read) {

  static final SqlTable CRM =
      new SqlTable(
          "INSERT INTO public.subscriber (id, msisdn, status) VALUES (?, ?, ?) ON CONFLICT (id)"
              + " DO UPDATE SET msisdn = excluded.msisdn, status = excluded.status",
          "DELETE FROM public.subscriber WHERE id = ?",
          "SELECT id, msisdn, status FROM public.subscriber",
          Status::name,
          Status::valueOf);

  static final SqlTable BILLING =
      new SqlTable(
          "INSERT INTO billing.account (subscriber_id, phone, state) VALUES (?, ?, ?)"
              + " ON DUPLICATE KEY UPDATE phone = VALUES(phone), state = VALUES(state)",
          "DELETE FROM billing.account WHERE subscriber_id = ?",
          "SELECT subscriber_id, phone, state FROM billing.account",
          Status::letter,
          Status::ofLetter);
}
