package org.xapitck.kit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them. */
class RoomsTest {
  private static final String ROOT = "org.xapitck.kit";
  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /**
   * Each room, and the rooms that it uses; those that use nobody come first. A constant is compiled
   * into its user, so an arrow that is a constant alone is none here.
   */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("text", Set.of("model")),
          entry("address", Set.of("model")),
          entry("explanation", Set.of("model", "text")),
          entry("verdict", Set.of("explanation", "model")),
          entry("report", Set.of("explanation", "model", "page", "text", "verdict")),
          entry("allure", Set.of("explanation", "model", "report", "text", "verdict")),
          entry("catalogue", Set.of("explanation", "model", "text")),
          entry("publish", Set.of("allure", "report")),
          entry(
              "archive",
              Set.of("catalogue", "explanation", "model", "publish", "report", "text", "verdict")),
          entry(
              "console", Set.of("explanation", "model", "redaction", "report", "text", "verdict")),
          entry("book", Set.of("catalogue", "model", "page", "report", "text", "verdict")),
          entry("config", Set.of("address", "model", "text", "verdict")),
          entry("ledger", Set.of("explanation", "model")),
          entry("tls", Set.of("address", "text")),
          entry("forms", Set.of("model")),
          entry("http", Set.of("address", "model", "text", "tls")),
          entry("wire", Set.of("http", "model", "text")),
          entry("jsonrpc", Set.of("address", "forms", "http", "model", "text", "wire")),
          entry("redaction", Set.of("text")),
          entry("xmlrpc", Set.of("address", "forms", "http", "model", "text", "wire")),
          entry(
              "client",
              Set.of(
                  "address",
                  "config",
                  "explanation",
                  "jsonrpc",
                  "ledger",
                  "model",
                  "redaction",
                  "text",
                  "wire",
                  "xmlrpc")),
          entry("page", Set.of("text")),
          entry("work", Set.of("client", "explanation", "model")),
          entry("options", Set.of("address", "catalogue", "config", "model", "verdict", "work")),
          entry("release", Set.of("client", "config", "model")),
          entry("answer", Set.of("catalogue", "client", "explanation", "model")),
          entry(
              "scenario",
              Set.of(
                  "answer",
                  "catalogue",
                  "client",
                  "config",
                  "explanation",
                  "ledger",
                  "model",
                  "release",
                  "text",
                  "work")),
          entry(
              "execution",
              Set.of("catalogue", "explanation", "model", "options", "scenario", "verdict")),
          entry("transcript", Set.of("address", "model", "redaction", "text")),
          entry(
              "run",
              Set.of(
                  "address",
                  "allure",
                  "catalogue",
                  "client",
                  "config",
                  "console",
                  "execution",
                  "explanation",
                  "ledger",
                  "lint",
                  "model",
                  "options",
                  "publish",
                  "redaction",
                  "release",
                  "report",
                  "scenario",
                  "text",
                  "transcript",
                  "verdict",
                  "wire",
                  "work")),
          entry(
              "arguments",
              Set.of(
                  "address",
                  "catalogue",
                  "config",
                  "console",
                  "model",
                  "options",
                  "run",
                  "text",
                  "verdict",
                  "work")),
          entry(
              "cli",
              Set.of(
                  "archive",
                  "arguments",
                  "book",
                  "catalogue",
                  "config",
                  "console",
                  "model",
                  "options",
                  "report",
                  "run",
                  "text")),
          entry(
              "steps",
              Set.of(
                  "answer",
                  "catalogue",
                  "client",
                  "config",
                  "explanation",
                  "ledger",
                  "model",
                  "release",
                  "scenario",
                  "text",
                  "work")),
          entry("lint", Set.of("catalogue", "model", "scenario", "steps", "text")),
          entry("suite", Set.of("model", "options", "report", "run", "verdict")));

  @Test
  void eachRoomUsesTheRoomsThatTheTableNamesAndNoOther() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass one : KIT) {
      Set<String> used = found.computeIfAbsent(room(one), any -> new TreeSet<>());
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(ROOT + "."))
          .map(RoomsTest::room)
          .filter(target -> !target.equals(room(one)))
          .forEach(used::add);
    }
    assertThat(found).isEqualTo(new TreeMap<>(USES));
  }

  @Test
  void noRoomIsReachedFromItself() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(KIT);
  }

  /**
   * The package-info of a room is a file as well, and leaves no class; a renderer is a class that
   * the compiler makes of a template.
   */
  @Test
  void noRoomHoldsMoreThanTwentyFiveFiles() {
    assertThat(
            KIT.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .filter(one -> one.tryGetField("TEMPLATE_PATH").isEmpty())
                .collect(Collectors.groupingBy(RoomsTest::room, Collectors.counting())))
        .allSatisfy((room, files) -> assertThat(files + 1).as(room).isLessThanOrEqualTo(25L));
  }

  private static String room(JavaClass one) {
    return one.getPackageName().substring(ROOT.length() + 1);
  }
}
