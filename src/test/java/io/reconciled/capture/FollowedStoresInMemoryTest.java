package io.reconciled.capture;

class FollowedStoresInMemoryTest extends FollowedStoresContract {
  private final FollowedStores stores = new FollowedStoresInMemory();

  @Override
  FollowedStores stores() {
    return stores;
  }
}
