package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelRefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "billing.limt > 3    | does not know the attribute 'limt' of billing (column 9): did you mean limit? known here: b, limit",
        "biling.limit > 3    | does not know the dataset 'biling' (column 1): did you mean billing? known here: billing, crm, crm-eu",
        "1 < crm-eu.a        | cannot name the dataset crm-eu, since '-' is minus (column 5): rename it, as to crm_eu",
        "crm.plan-id == 1    | cannot name the attribute plan-id like that, since '-' is minus (column 1): write crm.`plan-id`",
        "crm == 1 | uses the dataset 'crm' as a value (column 1): name one of its attributes",
        "1 + 1               | is of type number, a condition must be true or false",
        "'a' + 1 == 'a1'     | cannot apply '+' to (text, number) (column 5)",
        "'a' < 1             | cannot apply '<' to (text, number) (column 5)",
        "crm.a.foo(1)        | does not know the function 'foo' (column 10)",
        "crm.a.matches('(')  | has a pattern that is no RE2 regular expression: missing closing ) (column 15)",
        "crm.a.matches(billing.b) | needs a literal text as the pattern of matches (column 22)",
        "1e999999 == crm.a   | has a number of too many digits (column 1)",
        "{1: 2} == crm.a     | needs literal texts, each once, as the keys of a map (column 2)",
      })
  void saysWhatIsWrongAndWhere(String source, String objection) {
    assertThat(Expr.objections(source)).containsExactly(objection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "crm.a ==",
        "crm.a = 1",
        "999999999999999999999 == crm.a",
        "has(1)",
        "has(crm)"
      })
  void refusesWhatIsNoExpression(String source) {
    assertThat(Expr.objections(source)).isNotEmpty();
  }
}
