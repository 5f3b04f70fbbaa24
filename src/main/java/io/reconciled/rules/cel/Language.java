package io.reconciled.rules.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses and checks, with the library's parser and checker and a set of functions of our own. */
final class Language {
  static final int LONGEST_SOURCE = 2_000;

  /** A call of this stands for {@code has(name)}, where the name has nothing before it. */
  static final String PRESENT = "@present";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST_SOURCE)
          .maxParseRecursionDepth(60)
          .maxParseErrorRecoveryLimit(5)
          .enableQuotedIdentifierSyntax(true)
          .enableHiddenAccumulatorVar(true)
          .build();

  private static final CelCompiler BARE = bare();
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.*?)'.*", Pattern.DOTALL);
  private static final Pattern NO_FUNCTION =
      Pattern.compile("undeclared reference to '(.+?)' \\(in container '.*'\\)");

  private Language() {}

  static Optional<CelAbstractSyntaxTree> parse(String source, Objections objections) {
    return told(() -> BARE.parse(source), objections);
  }

  static Optional<CelAbstractSyntaxTree> check(
      CelAbstractSyntaxTree parsed, Resolved resolved, Objections objections) {
    CelCompilerBuilder builder = BARE.toCompilerBuilder();
    resolved
        .variables()
        .forEach((name, node) ->
            builder.addVar(name, node instanceof Read ? SimpleType.DYN : SimpleType.BOOL));
    return told(() -> builder.build().check(parsed), objections);
  }

  /** A type of the checker, as messages call it. */
  static String typeInWords(String type) {
    return type.replaceAll("\\bint\\b", "number")
        .replaceAll("\\bstring\\b", "text")
        .replaceAll("\\bbool\\b", "boolean")
        .replaceAll("\\bnull_type\\b", "null")
        .replaceAll("\\bdyn\\b", "any")
        .replaceAll("google\\.protobuf\\.(Timestamp|Duration)", "$1")
        .replace("Timestamp", "timestamp")
        .replace("Duration", "duration");
  }

  /** An operator or function as it is written. */
  static String functionInWords(String function) {
    return switch (function) {
      case "_[_]" -> "[]";
      case "@in" -> "in";
      default -> function.replaceAll("^_|_$|^([-!])_$", "$1").replaceAll("_:$", ":");
    };
  }

  private static CelCompiler bare() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.MAP,
                CelStandardMacro.MAP_FILTER,
                CelStandardMacro.FILTER)
            .addMacros(
                CelMacro.newGlobalMacro(
                    "has",
                    1,
                    (factory, target, arguments) ->
                        Optional.of(has(factory, arguments.getFirst()))));
    Library.LAZY.forEach(builtin -> builder.addFunctionDeclarations(builtin.declaration()));
    Library.STRICT
        .values()
        .forEach(builtin -> builder.addFunctionDeclarations(builtin.declaration()));
    return builder.build();
  }

  private static CelExpr has(CelMacroExprFactory factory, CelExpr argument) {
    return switch (argument.getKind()) {
      case Kind.SELECT ->
          factory.newSelect(argument.select().operand(), argument.select().field(), true);
      case Kind.IDENT -> factory.newGlobalCall(PRESENT, argument);
      default ->
          factory.reportError(
              CelIssue.formatError(
                  factory.getSourceLocation(argument), "has() takes the name of an attribute"));
    };
  }

  private static Optional<CelAbstractSyntaxTree> told(
      Supplier<CelValidationResult> work, Objections objections) {
    try {
      CelValidationResult result = work.get();
      if (!result.hasError()) {
        return Optional.of(result.getAst());
      }
      tell(result.getErrors(), objections);
    } catch (CelValidationException invalid) {
      tell(invalid.getErrors(), objections);
    } catch (StackOverflowError tooDeep) {
      objections.add("is nested too deeply: write it in a simpler way");
    }
    return Optional.empty();
  }

  private static void tell(List<CelIssue> issues, Objections objections) {
    issues.forEach(issue -> objections.add(inWords(issue)));
    if (objections.none()) {
      objections.add("is no expression");
    }
  }

  private static String inWords(CelIssue issue) {
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    String place = " (" + Spots.of(Math.max(1, issue.getSourceLocation().getLine()), column) + ")";
    String message = issue.getMessage();
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "cannot apply '"
          + functionInWords(overload.group(1))
          + "' to "
          + typeInWords(overload.group(2))
          + place;
    }
    Matcher function = NO_FUNCTION.matcher(message);
    if (function.matches()) {
      return "does not know the function '" + function.group(1) + "'" + place;
    }
    return "is not understood: " + oneLine(message) + place;
  }

  private static String oneLine(String message) {
    return message
        .lines()
        .limit(1)
        .map(line -> line.replaceAll("[^\\P{Cntrl}\\P{Cs}]", "?"))
        .collect(Collectors.joining());
  }
}
