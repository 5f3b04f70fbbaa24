package io.reconciled.rules.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;

/**
 * A function or operator of the language: the types it takes, for the checker, and what it does.
 */
record Builtin(CelFunctionDecl declaration, Body body) {

  static Form global(String name, CelType result, CelType... arguments) {
    return new Form(name).or(result, arguments);
  }

  static Form method(String name, CelType result, CelType... arguments) {
    return new Form(name).orMethod(result, arguments);
  }

  String name() {
    return declaration.name();
  }

  /** What a function looks like, in all its overloads. */
  static final class Form {
    private final String name;
    private final List<CelOverloadDecl> overloads = new ArrayList<>();

    private Form(String name) {
      this.name = name;
    }

    Form or(CelType result, CelType... arguments) {
      overloads.add(CelOverloadDecl.newGlobalOverload(nextId(), result, List.of(arguments)));
      return this;
    }

    Form orMethod(CelType result, CelType... arguments) {
      overloads.add(CelOverloadDecl.newMemberOverload(nextId(), result, List.of(arguments)));
      return this;
    }

    Builtin does(Body body) {
      return new Builtin(CelFunctionDecl.newFunctionDeclaration(name, overloads), body);
    }

    private String nextId() {
      return name + "#" + overloads.size();
    }
  }
}
