package org.xapitck.simulator.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.release.Release;

/** All messages of one release, by name; immutable once built. */
public final class MessageTable {
  private final Map<String, Message> byName;
  private final Map<String, Message> byAlias = new HashMap<>();
  private final List<Permission> permissions = new ArrayList<>();

  private MessageTable(Map<String, Message> byName) {
    this.byName = byName;
    byName.values().forEach(m -> byAlias.put(m.name().replaceFirst("\\.", "_"), m));
    byName.values().forEach(m -> permissions.addAll(m.access().all(m.name())));
    permissions.add(Permission.ANY_TASK);
    permissions.add(Permission.EXTENSION);
  }

  /** The message of that name. */
  public Optional<Message> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The message of which this is the name with an underscore for the dot. */
  Optional<Message> findAlias(String name) {
    return Optional.ofNullable(byAlias.get(name));
  }

  /** The names, in the order of the table. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Every permission that a message of this release needs. */
  public List<Permission> permissions() {
    return List.copyOf(permissions);
  }

  /** The names of the permissions that somebody holds; none for root, who is never asked. */
  public List<String> permissionsOf(Rights rights) {
    return rights.superuser()
        ? List.of()
        : permissions.stream().filter(p -> p.heldBy(rights)).map(Permission::name).toList();
  }

  /** The same messages, each as {@code change} gives it back. */
  public MessageTable map(UnaryOperator<Message> change) {
    Map<String, Message> changed = new LinkedHashMap<>();
    byName.values().forEach(m -> changed.put(m.name(), change.apply(m)));
    return new MessageTable(changed);
  }

  /** Collects the lines of the table, leaving out what the release does not have. */
  static final class Builder {
    private final Map<String, Message> byName = new LinkedHashMap<>();
    private final Release release;

    Builder(Release release) {
      this.release = release;
    }

    MessageTable build() {
      return new MessageTable(byName);
    }

    Release release() {
      return release;
    }

    void message(String name, Role minimum, Since since, Handler.Of0 handler) {
      add(since, name, Access.role(minimum), List.of(), (caller, p) -> handler.handle(caller));
    }

    <A> void message(
        String name, Role minimum, Since since, Handler.Of1<A> handler, ParameterType<A> first) {
      add(
          since,
          name,
          Access.role(minimum),
          List.of(first),
          (caller, p) -> handler.handle(caller, at(p, 0)));
    }

    <A, B> void message(
        String name,
        Role minimum,
        Since since,
        Handler.Of2<A, B> handler,
        ParameterType<A> first,
        ParameterType<B> second) {
      message(name, Access.role(minimum), since, handler, first, second);
    }

    <A, B> void message(
        String name,
        Access access,
        Since since,
        Handler.Of2<A, B> handler,
        ParameterType<A> first,
        ParameterType<B> second) {
      add(
          since,
          name,
          access,
          List.of(first, second),
          (caller, p) -> handler.handle(caller, at(p, 0), at(p, 1)));
    }

    <A, B, C> void message(
        String name,
        Access access,
        Since since,
        Handler.Of3<A, B, C> handler,
        ParameterType<A> first,
        ParameterType<B> second,
        ParameterType<C> third) {
      add(
          since,
          name,
          access,
          List.of(first, second, third),
          (caller, p) -> handler.handle(caller, at(p, 0), at(p, 1), at(p, 2)));
    }

    /** A message whose answer may take long. */
    void waiting(String name, Role minimum, Since since, WaitingHandler.Of0 handler) {
      WaitingHandler waiting = (caller, p, then) -> handler.handle(caller, then);
      add(since, name, Access.role(minimum), List.of(), waiting);
    }

    /** A message whose answer may take long. */
    <A, B, C> void waiting(
        String name,
        Role minimum,
        Since since,
        WaitingHandler.Of3<A, B, C> handler,
        ParameterType<A> first,
        ParameterType<B> second,
        ParameterType<C> third) {
      WaitingHandler waiting =
          (caller, p, then) -> handler.handle(caller, at(p, 0), at(p, 1), at(p, 2), then);
      add(since, name, Access.role(minimum), List.of(first, second, third), waiting);
    }

    /** A message whose {@code Async.} form is a task. */
    void task(
        String name, Role minimum, Since since, TaskHandler handler, ParameterType<?>... types) {
      add(since, name, Access.role(minimum), List.of(types), handler);
      asynchronous(since, name);
    }

    /** Gives the messages of these names their {@code Async.} form. */
    void asynchronous(Since since, String... names) {
      for (String name : names) {
        if (since.covers(release)) {
          byName.computeIfPresent(name, (n, message) -> message.withAsync());
        }
      }
    }

    /** The value that {@link Dispatcher} decoded with the type of the same line. */
    @SuppressWarnings("unchecked")
    private static <T> T at(List<Object> parameters, int index) {
      return (T) parameters.get(index);
    }

    private void add(
        Since since, String name, Access access, List<ParameterType<?>> types, Handler handler) {
      if (since.covers(release)) {
        Message message = new Message(name, access, false, types, handler);
        if (byName.put(name, message) != null) {
          throw new IllegalStateException("two lines for " + name + " in " + release.label());
        }
      }
    }
  }
}
