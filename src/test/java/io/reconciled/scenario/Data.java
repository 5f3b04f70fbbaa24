package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.Store;
import java.util.List;
import java.util.Map;

/** Where the rows of one service lie. Time and the log of its changes are simulated either way. */
interface Data extends AutoCloseable {
  /** What the stages read. */
  Store open(Store simulated);

  /** These are the rows of the key from now on. */
  void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> rows);

  /** The service goes out of reach. */
  void cut();

  /** The service comes back. */
  void mend();

  @Override
  void close();

  /** The data of every service of a scenario. */
  interface Source {
    Data of(Scenario scenario, StoreName store);
  }

  /** The simulated tables are all there is. */
  Data SIMULATED =
      new Data() {
        @Override
        public Store open(Store simulated) {
          return simulated;
        }

        @Override
        public void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> rows) {}

        @Override
        public void cut() {}

        @Override
        public void mend() {}

        @Override
        public void close() {}
      };
}
