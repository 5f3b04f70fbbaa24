package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import io.reconciled.model.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where CEL's own runtime has the same kinds of value, it comes to the same. */
class CelAgreementTest {
  private static final Cel CEL =
      CelFactory.standardCelBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addCompilerLibraries(CelExtensions.strings())
          .addRuntimeLibraries(CelExtensions.strings())
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3 == 7 && -7 % 3 == -1",
        "false && 1 / 0 == 1",
        "1 / 0 == 1 || true",
        "[1, 2, 3].exists(x, x / (x - 1) > 5 || x == 3)",
        "[1, 2, 3].all(x, x > 1)",
        "[].all(x, x == 1) && ![].exists(x, x == 1)",
        "[1, 2, 2].exists_one(x, x == 2)",
        "[1, 2, 3].map(x, x > 1, x * x) == [4, 9]",
        "[[1], [2]].map(x, x.map(y, y + x[0])) == [[2], [4]]",
        "{'a': 1, 'b': 2}.exists(k, k == 'b')",
        "has({'a': null}.a) && !has({'a': 1}.b)",
        "'😀é'.size() == 2 && '😀é'.substring(1) == 'é'",
        "'a,b,,c'.split(',') == ['a', 'b', '', 'c']",
        "['a', 'b'].join('-') == 'a-b' && ['a'].join() == 'a'",
        "'banana'.replace('an', 'x') == 'bxxa'",
        "'ÄA'.lowerAscii() == 'Äa'",
        "'banana'.matches('n.n')",
        "2 in [1, 2] && !('x' in ['y'])",
        "timestamp('2024-02-29T23:59:59Z').getDayOfYear() == 59",
        "timestamp('2024-03-03T00:00:00Z').getDayOfWeek() == 0",
        "timestamp('2024-03-03T00:00:00Z').getDayOfMonth() == 2",
        "duration('1h') - duration('90m') == duration('-30m')",
        "b'abc' < b'abd' && size(b'abc') == 3",
        "int('-12') == -12 && string(true) == 'true'",
      })
  void comesToTheSame(String source) throws Exception {
    Object theirs = CEL.createProgram(CEL.compile(source).getAst()).eval();
    assertThat(Expr.compute(source)).isEqualTo(new Value.Bool((Boolean) theirs));
  }
}
