package org.xapitck.kit.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.Requirement;

/**
 * The rules of {@code foundations.yaml}: what a requirement takes for granted, by patterns of ids.
 * In a pattern {@code *} stands for one part or the rest of one, {@code <x>} for a name that the
 * right side repeats, and {@code type set} for what is published as of that type.
 */
final class Grounding {
  /** Nothing takes anything for granted. */
  static final Grounding NONE = new Grounding(List.of(), List.of(), List.of(), List.of());

  private static final String RESTS_ON = "rests-on";
  private static final String SUMS_UP = "sums-up";
  private static final String CALLED = "called";
  private static final String BUT_NOT = "but-not";
  private static final String TYPE = "type ";
  private static final String FIELD = "field";
  private static final Pattern NAME = Pattern.compile("<([a-z]+)>");

  private static final Map<String, Set<ApiType>> TYPES =
      Map.of(
          "void", Set.of(ApiType.VOID),
          "string", Set.of(ApiType.STRING, ApiType.REF),
          "float", Set.of(ApiType.FLOAT),
          "datetime", Set.of(ApiType.DATETIME),
          "set", Set.of(ApiType.STRING_SET),
          "map", Set.of(ApiType.STRING_MAP, ApiType.RECORD, ApiType.RECORD_MAP));

  private final List<Rule> restsOn;
  private final List<Rule> sumsUp;
  private final List<String> called;
  private final List<String> butNot;

  private record Rule(String of, List<String> others) {}

  private Grounding(
      List<Rule> restsOn, List<Rule> sumsUp, List<String> called, List<String> butNot) {
    this.restsOn = restsOn;
    this.sumsUp = sumsUp;
    this.called = called;
    this.butNot = butNot;
  }

  /**
   * Reads the rules.
   *
   * @throws BrokenCatalogue where the file has another form
   */
  static Grounding of(String file, Map<String, Object> raw) {
    Set<String> keys = Set.of(RESTS_ON, SUMS_UP, CALLED, BUT_NOT);
    if (!raw.keySet().equals(keys)) {
      throw new BrokenCatalogue(file + ": has " + new TreeSet<>(keys) + ", not " + raw.keySet());
    }
    return new Grounding(
        rules(file, raw.get(RESTS_ON)),
        rules(file, raw.get(SUMS_UP)),
        Keys.texts(raw.get(CALLED)),
        Keys.texts(raw.get(BUT_NOT)));
  }

  private static List<Rule> rules(String file, Object raw) {
    if (!(raw instanceof Map<?, ?> map)) {
      throw new BrokenCatalogue(file + ": no map of ids to ids: " + raw);
    }
    List<Rule> rules = new ArrayList<>();
    map.forEach((of, others) -> rules.add(new Rule(of.toString(), Keys.texts(others))));
    return rules;
  }

  /**
   * What these requirements take for granted.
   *
   * @throws BrokenCatalogue where a pattern fits none of them
   */
  Foundations of(Collection<Requirement> requirements) {
    return new Foundations(
        expanded(restsOn, requirements), expanded(sumsUp, requirements), called(requirements));
  }

  private Map<String, List<String>> called(Collection<Requirement> requirements) {
    Map<String, List<String>> byMessage = new TreeMap<>();
    for (String words : called) {
      Pattern pattern = pattern(words, any -> "[a-z_]+");
      requirements.stream()
          .filter(one -> one.kind() == Requirement.Kind.MESSAGE)
          .filter(one -> pattern.matcher(one.id()).matches() && !butNot.contains(one.id()))
          .forEach(
              one ->
                  byMessage.computeIfAbsent(one.topic(), any -> new ArrayList<>()).add(one.id()));
    }
    return byMessage;
  }

  private static Map<String, Set<String>> expanded(
      List<Rule> rules, Collection<Requirement> requirements) {
    Map<String, Set<String>> expanded = new TreeMap<>();
    // many rules end in the same pattern: each is held against all ids once
    Map<String, Set<String>> known = new HashMap<>();
    String fields =
        requirements.stream()
            .filter(one -> one.fact(Fact.FieldType.class).isPresent())
            .map(Requirement::subject)
            .collect(Collectors.joining("|", "(?:", ")"));
    for (Rule rule : rules) {
      Pattern pattern =
          pattern(
              rule.of(),
              name -> "(?<" + name + ">" + (name.equals(FIELD) ? fields : "[a-z0-9_]+") + ")");
      int found = 0;
      for (Requirement requirement : requirements) {
        Matcher matcher = pattern.matcher(requirement.id());
        if (matcher.matches()) {
          boolean bound = rule.of().contains("<" + FIELD + ">");
          Set<String> others =
              others(
                  rule,
                  name ->
                      name.equals(FIELD) && !bound ? fields : Pattern.quote(matcher.group(name)),
                  words -> known.computeIfAbsent(words, any -> matching(words, requirements)));
          others.remove(requirement.id());
          found += others.size();
          expanded.computeIfAbsent(requirement.id(), id -> new TreeSet<>()).addAll(others);
        }
      }
      if (found == 0) {
        throw new BrokenCatalogue(
            "foundations.yaml: " + rule.of() + ": " + rule.others() + " fits no requirement");
      }
    }
    return expanded;
  }

  private static Set<String> others(
      Rule rule, UnaryOperator<String> names, Function<String, Set<String>> matching) {
    Set<String> others = new TreeSet<>();
    for (String other : rule.others()) {
      others.addAll(matching.apply(other.startsWith(TYPE) ? other : regex(other, names)));
    }
    return others;
  }

  /** Ids of what is published as of a type, or has an id of this form. */
  private static Set<String> matching(String words, Collection<Requirement> requirements) {
    Predicate<Requirement> fits;
    if (words.startsWith(TYPE)) {
      fits = one -> isOf(words.substring(TYPE.length()), one);
    } else {
      Pattern pattern = Pattern.compile(words);
      fits = one -> pattern.matcher(one.id()).matches();
    }
    return requirements.stream()
        .filter(fits)
        .map(Requirement::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOf(String type, Requirement requirement) {
    Optional<PublishedType> published =
        requirement
            .fact(Fact.Result.class)
            .map(Fact.Result::type)
            .or(() -> requirement.fact(Fact.FieldType.class).map(Fact.FieldType::type));
    Set<ApiType> types =
        Optional.ofNullable(TYPES.get(type))
            .orElseThrow(() -> new BrokenCatalogue("foundations.yaml: no type " + type));
    return published.filter(one -> types.contains(one.type())).isPresent();
  }

  private static Pattern pattern(String words, UnaryOperator<String> named) {
    return Pattern.compile(regex(words, named));
  }

  private static String regex(String words, UnaryOperator<String> named) {
    StringBuilder regex = new StringBuilder();
    Matcher matcher = NAME.matcher(words);
    int end = 0;
    while (matcher.find()) {
      regex.append(plain(words.substring(end, matcher.start())));
      regex.append(named.apply(matcher.group(1)));
      end = matcher.end();
    }
    return regex.append(plain(words.substring(end))).toString();
  }

  private static String plain(String words) {
    return Pattern.quote(words).replace("*", "\\E[a-z0-9_]*\\Q");
  }
}
