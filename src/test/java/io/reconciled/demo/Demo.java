package io.reconciled.demo;

/** The demonstration: real databases, a small model of services, and the daemon beside them. */
public final class Demo {
  private Demo() {}

  public static void main(String[] args) {
    System.out.println("demo: not yet; arguments " + String.join(" ", args));
  }
}
