package org.xapitck.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.steps.ParameterTypes;

/** What code says of class task, where it cannot read the catalogue, is what the catalogue says. */
class TaskClassTest {
  private final Catalogue catalogue = Catalogue.packed();

  @Test
  void noMessageDoesAnythingElseThanTheGuardOfForeignTasksBelieves() {
    for (Message message : catalogue.messages()) {
      String method = message.wireName();
      assertThat(TaskClass.effect(method)).as(method).contains(message.effect());
      assertThat(TaskClass.alters(method))
          .as(method)
          .isEqualTo(message.effect() == Effect.CHANGES || message.effect() == Effect.DESTROYS);
      assertThat(message.takesTask() || !TaskClass.alters(method))
          .as("%s names the task that it alters", method)
          .isTrue();
    }
  }

  @Test
  void aSetterThatThePageDoesNotHaveCountsAsOneThatChanges() {
    for (Field field : catalogue.fields()) {
      for (String verb : List.of("set_", "add_", "add_to_", "remove_from_")) {
        assertThat(TaskClass.alters(TaskClass.method(verb + field.name()))).isTrue();
      }
    }
    assertThat(TaskClass.effect("host.set_name_label")).isEmpty();
    assertThat(TaskClass.effect("task.fly")).isEmpty();
  }

  @Test
  void noMessageThatListsTasksOrWritesTheMapIsForgotten() {
    assertThat(methods(this::listsTasks)).isEqualTo(methods(named(TaskClass::listsTasks)));
    assertThat(methods(this::writesMap)).isEqualTo(methods(named(TaskClass::writesMap)));
    assertThat(methods(named(TaskClass::mayEnd)))
        .containsExactlyInAnyOrder(TaskClass.SET_STATUS, TaskClass.CANCEL);
  }

  private boolean listsTasks(Message message) {
    ApiType result = message.result().type();
    boolean many = result == ApiType.RECORD_MAP || result == ApiType.STRING_SET;
    return many && !message.takesTask();
  }

  private boolean writesMap(Message message) {
    return message.effect() == Effect.CHANGES && message.name().endsWith("other_config");
  }

  private static Predicate<Message> named(Predicate<String> byName) {
    return message -> byName.test(message.wireName());
  }

  private Set<String> methods(Predicate<Message> which) {
    return catalogue.messages().stream()
        .filter(which)
        .map(Message::wireName)
        .collect(Collectors.toSet());
  }

  @Test
  void everyNameIsThatOfAMessage() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (java.lang.reflect.Field constant : TaskClass.class.getFields()) {
      if (constant.get(null) instanceof String name && TaskClass.has(name)) {
        names.add(name);
      }
    }
    assertThat(names).hasSizeGreaterThan(10);
    assertThat(methods(any -> true)).containsAll(names);
  }

  @Test
  void statusesRolesAndOutcomesAreThoseOfTheCatalogueInTheStepsToo() throws Exception {
    List<String> statuses = catalogue.values("task_status_type");
    assertThat(statuses.stream().filter(TaskClass::isFinal))
        .containsExactlyInAnyOrder("success", "failure", "cancelled");
    assertThat(statuses).contains(TaskClass.PENDING);
    assertThat(words("status")).containsExactlyInAnyOrderElementsOf(statuses);
    assertThat(words("role")).containsExactly(Role.allowed().split(", "));
    assertThat(words("outcome"))
        .containsExactly(
            Stream.of(TaskOutcome.values()).map(TaskOutcome::toString).toArray(String[]::new));
  }

  private static List<String> words(String parameter) throws NoSuchMethodException {
    ParameterType type =
        ParameterTypes.class.getMethod(parameter, String.class).getAnnotation(ParameterType.class);
    return List.of(type.value().split("\\|"));
  }

  @Test
  void aReleaseIsToldByTheMessagesThatCameWithIt() {
    for (Message message : catalogue.messages()) {
      String since = catalogue.need(message.wireName() + ".published").since();
      DetectedRelease detected =
          DetectedRelease.of(
              new DetectedRelease.Facts(Map.of(), Optional.empty(), Set.of(message.wireName())));
      if (detected.reason().contains(message.wireName())) {
        assertThat(detected.release().name()).as(message.wireName()).isEqualTo(since);
      }
    }
  }

  @Test
  void whatAFieldAndItsMessagesSayFitsTogether() {
    for (Field field : catalogue.fields()) {
      assertThat(catalogue.message("get_" + field.name()).result()).isEqualTo(field.type());
      field.type().enumName().ifPresent(name -> assertThat(catalogue.values(name)).isNotEmpty());
      assertThat(TaskClass.fieldOf("add_to_" + field.name())).contains(field.name());
      field.setter().ifPresent(name -> assertThat(takes(name)).contains(field.type().type()));
    }
  }

  @Test
  void theMarkOfARunStandsInFieldsThatCreateTakes() {
    assertThat(TaskClass.MARKED)
        .allMatch(name -> catalogue.field(name).setter().equals(Optional.of("create")));
  }

  private List<ApiType> takes(String setter) {
    return catalogue.message(setter).ownParameters().stream()
        .map(parameter -> parameter.type().type())
        .toList();
  }

  @Test
  void everySampleOfAnEnumIsOneOfItsValuesAndEveryValueHasItsRequirement() {
    for (Message message : catalogue.messages()) {
      for (Fact.Parameter parameter : message.ownParameters()) {
        parameter
            .type()
            .enumName()
            .ifPresent(
                name ->
                    assertThat(catalogue.values(name))
                        .contains(parameter.sample().orElseThrow().words()));
      }
    }
    for (String name : List.of("task_status_type", "task_allowed_operations")) {
      assertThat(catalogue.values(name))
          .allMatch(value -> catalogue.find(name + "." + value).isPresent());
    }
  }
}
