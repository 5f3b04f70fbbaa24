package io.reconciled.rules.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import io.reconciled.model.DatasetName;
import io.reconciled.rules.Computation;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Expressions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions in CEL. Names are checked against the mapped attributes, types as far as an
 * attribute's type does not matter, and sizes against fixed bounds; never throws, whatever the
 * source. Safe for use by several threads, as is what it compiles.
 */
public final class CelExpressions implements Expressions {

  @Override
  public Compiled<Condition> condition(String source, Map<DatasetName, Set<String>> attributes) {
    Objections objections = new Objections();
    Optional<Program> program = compile(source, new Scope.OfDatasets(attributes), objections);
    program.ifPresent(made -> checkBoolean(made.type(), objections));
    return program.isPresent() && objections.none()
        ? new Compiled.Sound<>(new CelCondition(source, program.get()))
        : new Compiled.Refused<>(objections.all());
  }

  @Override
  public Compiled<Computation> computation(String source, Set<String> attributes) {
    Objections objections = new Objections();
    Optional<Program> program = compile(source, new Scope.OfAttributes(attributes), objections);
    return program.isPresent() && objections.none()
        ? new Compiled.Sound<>(new CelComputation(source, program.get()))
        : new Compiled.Refused<>(objections.all());
  }

  private static Optional<Program> compile(String source, Scope scope, Objections objections) {
    if (source.codePointCount(0, source.length()) > Language.LONGEST_SOURCE) {
      objections.add("is longer than " + Language.LONGEST_SOURCE + " characters: split the rule");
      return Optional.empty();
    }
    Optional<CelAbstractSyntaxTree> parsed = Language.parse(source, objections);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    Resolved resolved = Resolved.none();
    Spots spots = new Spots(source, parsed.get().getSource());
    CelMutableAst ast = CelMutableAst.fromCelAst(parsed.get());
    new ResolveNames(source, scope, spots, resolved, objections).in(ast.expr());
    if (!objections.none()) {
      return Optional.empty();
    }
    return Language.check(ast.toParsedAst(true), resolved, objections)
        .map(checked -> program(checked, resolved, spots, objections));
  }

  private static Program program(
      CelAbstractSyntaxTree checked, Resolved resolved, Spots spots, Objections objections) {
    Build build = new Build(resolved, spots, objections);
    Node root = build.of(checked.getExpr());
    return new Program(
        root, build.slots(), List.copyOf(resolved.datasets()), checked.getResultType());
  }

  private static void checkBoolean(CelType type, Objections objections) {
    if (type.kind() != CelKind.BOOL && type.kind() != CelKind.DYN) {
      objections.add(
          "is of type "
              + Language.typeInWords(CelTypes.format(type))
              + ", a condition must be true or false");
    }
  }
}
