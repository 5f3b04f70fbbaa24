package io.reconciled.report.page;

import io.quarkus.qute.TemplateInstance;

/** The templates, checked against these records when the project is built. */
final class Templates {
  private Templates() {}

  record Front(FrontView view) implements TemplateInstance {}

  record Detail(DetailView view) implements TemplateInstance {}

  record Sorry(String title, String words) implements TemplateInstance {}
}
