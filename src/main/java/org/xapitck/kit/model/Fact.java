package org.xapitck.kit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Data of a requirement that programs need: what the page states, or what is demanded. */
public sealed interface Fact {

  /** As a report shows it, in the page's words. */
  String words();

  /**
   * Its keys and values in one form: what the catalogue's hash covers; empty for what it does not.
   */
  String stated();

  /**
   * What a message takes and does.
   *
   * @param parameters in order, the session first
   * @param effect what it does to the objects of the server
   */
  record Parameters(List<Parameter> parameters, Effect effect) implements Fact {
    public Parameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String words() {
      return parameters.stream()
          .map(parameter -> parameter.type().words())
          .collect(Collectors.joining(", "));
    }

    @Override
    public String stated() {
      List<String> samples =
          parameters.stream()
              .flatMap(parameter -> parameter.sample().stream())
              .map(Sample::words)
              .toList();
      return "parameters=[" + words() + "], samples=" + samples + ", effect=" + effect.id();
    }
  }

  /**
   * A parameter of a message.
   *
   * @param type its type
   * @param sample a sound argument; empty for the session and the task, which the kit has
   */
  record Parameter(PublishedType type, Optional<Sample> sample) {}

  /** A sound argument of a message. */
  sealed interface Sample {
    /** As the catalogue writes it. */
    String words();

    /**
     * This value, whatever the scenario.
     *
     * @param value of the Java type that its {@link ApiType} is read as
     */
    record Literal(Object value) implements Sample {
      @Override
      public String words() {
        return value.toString();
      }
    }

    /** A value that only the kit can supply. */
    enum Supplied implements Sample {
      /** A text that no task bears. */
      MARK("mark"),
      /** The uuid of the scenario's task; without a task a uuid that none has. */
      ITS_UUID("its uuid"),
      /** The label of the scenario's task; without a task a text that none bears. */
      ITS_LABEL("its label");

      private final String id;

      Supplied(String id) {
        this.id = id;
      }

      /** The value with this word of the catalogue, if there is one. */
      public static Optional<Supplied> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
      }

      @Override
      public String words() {
        return "{kit=" + id + "}";
      }
    }
  }

  /** The type of a message's result. */
  record Result(PublishedType type) implements Fact {
    @Override
    public String words() {
      return type.words();
    }

    @Override
    public String stated() {
      return "result=" + words();
    }
  }

  /** The least role that may call a message. */
  record MinimumRole(Role role) implements Fact {
    @Override
    public String words() {
      return role.id();
    }

    @Override
    public String stated() {
      return "role=" + words();
    }
  }

  /** The type of a field. */
  record FieldType(PublishedType type) implements Fact {
    @Override
    public String words() {
      return type.words();
    }

    @Override
    public String stated() {
      return "type=" + words();
    }
  }

  /** The default of a field. */
  record Default(String words) implements Fact {
    @Override
    public String stated() {
      return "default=" + words;
    }
  }

  /**
   * Who writes a field.
   *
   * @param words the page's qualifier
   * @param setter the message by which a client gives the field its value; empty where none does
   */
  record Access(String words, Optional<String> setter) implements Fact {
    @Override
    public String stated() {
      return "access=" + words + setter.map(message -> ", setter=" + message).orElse("");
    }
  }

  /** Every value of an enum. */
  record Values(List<String> values) implements Fact {
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public String words() {
      return String.join(", ", values);
    }

    @Override
    public String stated() {
      return "values=" + values;
    }
  }

  /** It can only be judged of a release that has roles. */
  record NeedsRoles() implements Fact {
    @Override
    public String words() {
      return "roles";
    }

    @Override
    public String stated() {
      return "needs=" + words();
    }
  }

  /** What a task of the server's comes to by which it is judged. */
  record Work(TaskOutcome outcome) implements Fact {
    @Override
    public String words() {
      return outcome.toString();
    }

    /** Which work is started to judge it is no part of what is demanded. */
    @Override
    public String stated() {
      return "";
    }
  }
}
