package io.reconciled.rules.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of a checked expression. */
final class Build {
  private final Resolved resolved;
  private final Spots spots;
  private final Objections objections;
  private int slots;

  Build(Resolved resolved, Spots spots, Objections objections) {
    this.resolved = resolved;
    this.spots = spots;
    this.objections = objections;
  }

  /** How many variables the nodes made so far use. */
  int slots() {
    return slots;
  }

  Node of(CelExpr expr) {
    return of(expr, Map.of());
  }

  private Node of(CelExpr expr, Map<String, Integer> variables) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> ident(expr.ident().name(), variables);
      case SELECT -> {
        Field field = new Field(of(expr.select().operand(), variables), expr.select().field());
        yield expr.select().testOnly() ? field.present() : field;
      }
      case CALL -> call(expr, variables);
      case LIST -> {
        List<Node> elements = all(expr.list().elements(), variables);
        yield new Call("a list", Build::list, elements);
      }
      case MAP -> map(expr, variables);
      case COMPREHENSION -> loop(expr.comprehension(), variables);
      case STRUCT, NOT_SET -> refused("has a part that is not supported", expr);
    };
  }

  private List<Node> all(List<CelExpr> exprs, Map<String, Integer> variables) {
    return exprs.stream().map(expr -> of(expr, variables)).toList();
  }

  private Node constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    Value value =
        switch (constant.getKind()) {
          case INT64_VALUE ->
              resolved.numbers().getOrDefault(expr.id(), Value.number(constant.int64Value()));
          case STRING_VALUE -> Value.text(constant.stringValue());
          case BOOLEAN_VALUE -> new Value.Bool(constant.booleanValue());
          case BYTES_VALUE -> Value.bytes(constant.bytesValue().toByteArray());
          case NULL_VALUE -> Value.NULL;
          default -> new Value.Unmapped("a literal has no value");
        };
    return evaluation -> value;
  }

  private Node ident(String name, Map<String, Integer> variables) {
    Integer slot = variables.get(name);
    if (slot != null) {
      return evaluation -> evaluation.variable(slot);
    }
    return resolved.variables().getOrDefault(name, evaluation -> Body.MISFIT);
  }

  private Node call(CelExpr expr, Map<String, Integer> variables) {
    CelCall call = expr.call();
    List<CelExpr> given = new ArrayList<>();
    call.target().ifPresent(given::add);
    given.addAll(call.args());
    String label = label(expr);
    if (call.function().equals("matches")) {
      return matches(label, given, variables);
    }
    List<Node> nodes = all(given, variables);
    return switch (call.function()) {
      case "_&&_" -> Logic.either(label, false, nodes.get(0), nodes.get(1));
      case "_||_" -> Logic.either(label, true, nodes.get(0), nodes.get(1));
      case "_?_:_" -> Logic.condition(label, nodes.get(0), nodes.get(1), nodes.get(2));
      case "@not_strictly_false" -> Logic.notStrictlyFalse(nodes.getFirst());
      default -> {
        Builtin builtin = Library.STRICT.get(call.function());
        yield builtin == null
            ? refused("calls a function that is not supported", expr)
            : new Call(label, builtin.body(), nodes);
      }
    };
  }

  private String label(CelExpr expr) {
    String function = Language.functionInWords(expr.call().function());
    return "'" + function + "' (" + spots.of(expr.id()) + ")";
  }

  private Node matches(String label, List<CelExpr> given, Map<String, Integer> variables) {
    CelExpr pattern = given.get(1);
    boolean literal =
        pattern.getKind() == Kind.CONSTANT
            && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!literal) {
      return refused("needs a literal text as the pattern of matches", pattern);
    }
    Node text = of(given.getFirst(), variables);
    return Regex.of(pattern.constant().stringValue(), spots.of(pattern.id()), objections)
        .<Node>map(regex -> new Call(label, regex, List.of(text)))
        .orElse(text);
  }

  private Node map(CelExpr expr, Map<String, Integer> variables) {
    List<String> keys = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
      boolean text =
          entry.key().getKind() == Kind.CONSTANT
              && entry.key().constant().getKind() == CelConstant.Kind.STRING_VALUE;
      if (!text || keys.contains(entry.key().constant().stringValue())) {
        return refused("needs literal texts, each once, as the keys of a map", entry.key());
      }
      keys.add(entry.key().constant().stringValue());
      values.add(of(entry.value(), variables));
    }
    return new Call("a map", new MakeMap(List.copyOf(keys)), values);
  }

  private Node loop(CelComprehension loop, Map<String, Integer> variables) {
    Map<String, Integer> inner = new HashMap<>(variables);
    int element = slots++;
    int result = slots++;
    inner.put(loop.iterVar(), element);
    inner.put(loop.accuVar(), result);
    return new Loop(
            of(loop.iterRange(), variables),
            element,
            result,
            of(loop.accuInit(), variables),
            of(loop.loopCondition(), inner),
            turn(loop, inner),
            weight(loop.loopStep()))
        .then(of(loop.result(), inner));
  }

  /** Tells a list that grows by an element apart, for it need not be copied each time. */
  private Loop.Turn turn(CelComprehension loop, Map<String, Integer> inner) {
    CelExpr step = loop.loopStep();
    if (loop.accuInit().getKind() == Kind.LIST && step.getKind() == Kind.CALL) {
      List<CelExpr> arguments = step.call().args();
      if (step.call().function().equals("_?_:_")) {
        Node condition = of(arguments.get(0), inner);
        Node added = of(added(arguments.get(1)), inner);
        return new Loop.Turn.Add(Optional.of(condition), added);
      }
      return new Loop.Turn.Add(Optional.empty(), of(added(step), inner));
    }
    return new Loop.Turn.Change(of(step, inner));
  }

  /** The element in {@code result + [element]}. */
  private static CelExpr added(CelExpr sum) {
    return sum.call().args().get(1).list().elements().getFirst();
  }

  private static int weight(CelExpr expr) {
    return switch (expr.getKind()) {
      case CALL ->
          1
              + expr.call().target().map(Build::weight).orElse(0)
              + expr.call().args().stream().mapToInt(Build::weight).sum();
      case SELECT -> 1 + weight(expr.select().operand());
      case LIST -> 1 + expr.list().elements().stream().mapToInt(Build::weight).sum();
      case MAP -> 1 + expr.map().entries().stream().mapToInt(entry -> weight(entry.value())).sum();
      default -> 1;
    };
  }

  private static Value list(Evaluation evaluation, Value[] elements) {
    return new Value.Array(List.of(elements));
  }

  private Node refused(String what, CelExpr expr) {
    objections.add(what + " (" + spots.of(expr.id()) + ")");
    return evaluation -> Body.MISFIT;
  }
}
