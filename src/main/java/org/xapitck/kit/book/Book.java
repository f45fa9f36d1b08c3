package org.xapitck.kit.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.FeatureFiles;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/** The content of the book, before it becomes HTML or Markdown. The entrance of this package. */
public final class Book {
  private final Catalogue catalogue;
  private final List<Topic> topics;
  private final List<Ambiguity> ambiguities = Ambiguity.packed();
  private final List<Defect> defects;
  private final Descriptions descriptions = Descriptions.packed();
  private final Examples examples = Examples.packed();
  private final Optional<RunReport> run;
  private final Map<String, List<RequirementVerdict>> verdicts;

  /**
   * A book of what is packed with the kit.
   *
   * @param run a run whose verdicts stand beside the requirements
   * @param defects Markdown with a table of seeded defects; that of the kit where none is given
   */
  public Book(Catalogue catalogue, Optional<RunReport> run, Optional<String> defects) {
    this.catalogue = catalogue;
    this.run = run;
    this.topics = topics(catalogue, Stories.of(FeatureFiles.packed()));
    this.defects =
        defects
            .or(() -> Packed.text("simulator/DEFECTS.md"))
            .map(text -> Defect.read(text, catalogue))
            .orElse(List.of());
    this.verdicts =
        run.stream()
            .flatMap(report -> report.verdicts().all().stream())
            .collect(Collectors.groupingBy(entry -> entry.requirement().id()));
  }

  private static List<Topic> topics(Catalogue catalogue, List<Story> stories) {
    Map<String, List<Requirement>> byTopic = new TreeMap<>();
    catalogue
        .requirements()
        .forEach(
            requirement ->
                byTopic
                    .computeIfAbsent(requirement.topic(), t -> new ArrayList<>())
                    .add(requirement));
    return byTopic.entrySet().stream()
        .map(
            entry ->
                new Topic(
                    entry.getKey(),
                    entry.getValue(),
                    stories.stream()
                        .filter(
                            story ->
                                entry.getValue().stream()
                                    .anyMatch(one -> story.tags().contains(one.id())))
                        .toList()))
        .sorted(Comparator.comparing(Topic::chapter))
        .toList();
  }

  /** Writes a static site that opens from disk. */
  public void writeSite(Path folder) {
    new Site(this).write(folder);
  }

  /** Writes the same content as one Markdown file. */
  public void writeMarkdown(Path file) {
    Site.put(file.toAbsolutePath().getParent(), file.getFileName().toString(), markdown());
  }

  /** The same content as one Markdown text. */
  String markdown() {
    return new OneFile(this).write();
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Messages, fields, enums, then the rest; each by name. */
  List<Topic> topics() {
    return topics;
  }

  List<Topic> topics(Chapter chapter) {
    return topics.stream().filter(topic -> topic.chapter() == chapter).toList();
  }

  List<Ambiguity> ambiguities() {
    return ambiguities;
  }

  List<Ambiguity> ambiguities(Topic topic) {
    return ambiguities.stream()
        .filter(
            one ->
                one.requirements().stream()
                    .anyMatch(id -> Requirement.topic(id).equals(topic.name())))
        .toList();
  }

  /** The defects that are about a requirement; where there are none, those that it falls with. */
  List<Defect> defects(Requirement requirement) {
    List<Defect> about =
        defects.stream().filter(one -> one.requirements().contains(requirement.id())).toList();
    return about.isEmpty()
        ? defects.stream().filter(one -> one.besides().contains(requirement.id())).toList()
        : about;
  }

  Optional<RunReport> run() {
    return run;
  }

  /** What the run made of a requirement, wire by wire; empty without a run. */
  List<RequirementVerdict> verdicts(Requirement requirement) {
    return verdicts.getOrDefault(requirement.id(), List.of());
  }

  /** How many requirements of a topic the run found broken on any wire. */
  int failing(Topic topic) {
    return (int)
        topic.requirements().stream()
            .filter(one -> verdicts(one).stream().anyMatch(v -> v.verdict() == Verdict.FAIL))
            .count();
  }

  /** What a topic is, in our words. */
  String about(Topic topic) {
    return descriptions.of(topic);
  }

  /** What a call of a message looks like on each wire; empty for what is no message. */
  List<Examples.Example> examples(Topic topic) {
    return examples.of(topic.name());
  }

  /** What each release published: messages, fields and enums by release, oldest first. */
  Map<String, List<Topic>> releases() {
    Map<String, List<Topic>> unsorted =
        topics.stream()
            .filter(topic -> topic.kind().isPart())
            .collect(Collectors.groupingBy(Topic::since));
    Map<String, List<Topic>> releases = new LinkedHashMap<>();
    unsorted.keySet().stream()
        .sorted(Comparator.comparing(name -> Release.of(name).orElseThrow()))
        .forEach(name -> releases.put(name, unsorted.get(name)));
    return releases;
  }

  /** The form by which a requirement is challenged, as Markdown. */
  String challenge() {
    return Packed.need("features/challenge.md");
  }

  /** The step texts with their meanings, in the order of the features' README. */
  Map<String, String> glossary() {
    Map<String, String> glossary = new LinkedHashMap<>();
    boolean inside = false;
    for (String line : Packed.need("features/README.md").lines().toList()) {
      if (line.startsWith("## ")) {
        inside = line.equals("## Glossary");
      } else if (inside && line.startsWith("| `")) {
        String[] cells = line.substring(1).split("(?<!\\\\)\\|");
        glossary.put(cells[0].strip(), cells.length < 2 ? "" : cells[1].strip());
      }
    }
    return glossary;
  }
}
