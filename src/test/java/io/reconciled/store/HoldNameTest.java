package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.StoreName;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldNameTest {
  private static String name(String store, String database) {
    return HoldName.of(new StoreName(store), database);
  }

  @Test
  void isReadWhereItIsShortAndPlain() {
    assertThat(name("profiles", "shop")).isEqualTo("profiles@shop");
  }

  @Test
  void isShortPlainAndUnlikeOthersWhateverTheStoreIsCalled() {
    String longOne = "the_one_with_the_very_long_name_of_all";
    List<String> names =
        List.of(
            name("crm", "shop"),
            name("Crm", "shop"),
            name("crm", "Shop"),
            name("c r m", "shop"),
            name("c_r_m", "shop"),
            name("crm_ä", "shop"),
            name("crm_ö", "shop"),
            name(longOne, "shop"),
            name(longOne, "shop2"));
    assertThat(names)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[!-~&&[^A-Z]]{1,33}"));
  }
}
