package io.reconciled.rules.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelMutableExpr.CelMutableIdent;
import dev.cel.common.ast.CelMutableExpr.CelMutableSelect;
import io.reconciled.model.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites a parsed expression so that the checker finds variables only, and one type of number:
 * every attribute becomes a variable of its own, whose name nobody can write, and every number with
 * a fraction becomes a whole one, which stands for what is written.
 */
final class ResolveNames {
  private static final int DEEPEST = 100;
  private final String source;
  private final Scope scope;
  private final Spots spots;
  private final Resolved resolved;
  private final Objections objections;
  private boolean afterDash;

  ResolveNames(String source, Scope scope, Spots spots, Resolved resolved, Objections objections) {
    this.source = source;
    this.scope = scope;
    this.spots = spots;
    this.resolved = resolved;
    this.objections = objections;
  }

  void in(CelMutableExpr expr) {
    visit(expr, Set.of(), 0);
  }

  private void visit(CelMutableExpr expr, Set<String> variables, int depth) {
    if (depth > DEEPEST) {
      objections.add("is nested deeper than " + DEEPEST + " levels: write it in a simpler way");
      return;
    }
    switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> ident(expr, variables);
      case SELECT -> select(expr, variables, depth);
      case CALL -> call(expr, variables, depth);
      case LIST -> expr.list().elements().forEach(element -> visit(element, variables, depth + 1));
      case MAP ->
          expr.map()
              .entries()
              .forEach(entry -> {
                visit(entry.key(), variables, depth + 1);
                visit(entry.value(), variables, depth + 1);
              });
      case COMPREHENSION -> comprehension(expr.comprehension(), variables, depth);
      case STRUCT ->
          objections.add("makes a message (" + spots.of(expr.id()) + "): write a map instead");
      case NOT_SET -> objections.add("lacks a part (" + spots.of(expr.id()) + ")");
    }
  }

  private void constant(CelMutableExpr expr) {
    CelConstant constant = expr.constant();
    switch (constant.getKind()) {
      case DOUBLE_VALUE -> {
        Value number = Numbers.read(spots.number(expr.id(), constant.doubleValue()));
        if (!Numbers.is(number)) {
          objections.add("has a number of too many digits (" + spots.of(expr.id()) + ")");
        }
        resolved.numbers().put(expr.id(), number);
        expr.setConstant(CelConstant.ofValue(0L));
      }
      case UINT64_VALUE -> {
        Value number = Numbers.read(constant.uint64Value().toString());
        resolved.numbers().put(expr.id(), number);
        expr.setConstant(CelConstant.ofValue(0L));
      }
      default -> {}
    }
  }

  private void ident(CelMutableExpr expr, Set<String> variables) {
    if (!variables.contains(expr.ident().name())) {
      become(expr, expr, scope.of(expr.ident().name(), source), false);
    }
  }

  private void select(CelMutableExpr expr, Set<String> variables, int depth) {
    CelMutableSelect select = expr.select();
    CelMutableExpr operand = select.operand();
    if (operand.getKind() == Kind.IDENT && !variables.contains(operand.ident().name())) {
      Scope.Meaning meaning = scope.of(operand.ident().name(), select.field(), source);
      if (!(meaning instanceof Scope.Meaning.FieldOf)) {
        become(expr, operand, meaning, select.testOnly());
        return;
      }
    }
    visit(operand, variables, depth + 1);
  }

  private void call(CelMutableExpr expr, Set<String> variables, int depth) {
    CelMutableCall call = expr.call();
    if (call.function().equals(Language.PRESENT)) {
      CelMutableExpr name = call.args().getFirst();
      if (variables.contains(name.ident().name())) {
        objections.add(
            "asks has() of a variable, which always is there (" + spots.of(expr.id()) + ")");
        return;
      }
      become(expr, name, scope.of(name.ident().name(), source), true);
      return;
    }
    call.target().ifPresent(target -> visit(target, variables, depth + 1));
    call.args().forEach(argument -> visit(argument, variables, depth + 1));
  }

  private void comprehension(CelMutableComprehension loop, Set<String> variables, int depth) {
    visit(loop.iterRange(), variables, depth + 1);
    visit(loop.accuInit(), variables, depth + 1);
    Set<String> inner = new HashSet<>(variables);
    inner.add(loop.iterVar());
    inner.add(loop.accuVar());
    visit(loop.loopCondition(), inner, depth + 1);
    visit(loop.loopStep(), inner, depth + 1);
    visit(loop.result(), inner, depth + 1);
  }

  private void become(
      CelMutableExpr expr, CelMutableExpr named, Scope.Meaning meaning, boolean present) {
    switch (meaning) {
      case Scope.Meaning.Attribute attribute ->
          expr.setIdent(CelMutableIdent.create(resolved.variable(attribute.read(), present)));
      case Scope.Meaning.Nothing nothing ->
          object(nothing.objection(), spots.of(named.id()), nothing.fix());
      case Scope.Meaning.NoField noField ->
          object(noField.objection(), spots.ofField(expr.id()), noField.fix());
      case Scope.Meaning.Dashed dashed -> {
        object(dashed.objection(), spots.of(named.id()), dashed.fix());
        afterDash = true;
      }
      case Scope.Meaning.FieldOf field -> {}
    }
  }

  /** What comes after a dash was part of a name, and is no further problem. */
  private void object(String objection, String place, String fix) {
    if (!afterDash) {
      objections.add(objection + " (" + place + "): " + fix);
    }
  }
}
