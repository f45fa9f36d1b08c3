package org.xapitck.kit.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Ledger;
import org.xapitck.kit.target.NoSession;
import org.xapitck.kit.target.ServerGone;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.Value;

/**
 * The tasks of one scenario and their end. Usually each is completed and destroyed; on a server
 * where tasks stay, those that are as they were made are lent to the next scenario.
 */
final class Custody {
  private static final Pattern USES_UP = Pattern.compile("I (call )?(destroy|cancel)( it)?");
  private static final Pattern CREATES = Pattern.compile("I (call )?create( .*)?");

  private final Conversation conversation;
  private final Stage stage;
  private final Optional<Stock> stock;
  private final List<Ledger.Entry> made = new ArrayList<>();
  private final Map<Ledger.Entry, TaskSource> serverRun = new LinkedHashMap<>();
  private final List<Stock.Item> held = new ArrayList<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private Optional<Boolean> first = Optional.empty();
  private String label = "";

  Custody(Stage stage) {
    this.stage = stage;
    this.conversation = stage.conversation();
    this.stock = stage.stock();
  }

  /**
   * Notes the label of a task that is about to be made.
   *
   * @throws Inapplicable where no more may be made on this server
   */
  void beforeCreate(Object... own) {
    label = own.length > 0 && own[0] instanceof String text ? text : "";
    if (stock.isPresent()) {
      boolean costly = anyStep(USES_UP) || anyStep(CREATES);
      refuseUnless(!costly || isFirst());
      refuseUnless(stock.get().mayMake(costly));
    }
  }

  private void refuseUnless(boolean allowed) {
    if (!allowed) {
      throw new Inapplicable(
          "on "
              + stage.claim().release()
              + " tasks stay for up to a day, so the kit makes "
              + Stock.MOST
              + " at most, and other scenarios needed them");
    }
  }

  private boolean anyStep(Pattern pattern) {
    return stage.notes().stepTexts().stream().anyMatch(text -> pattern.matcher(text).matches());
  }

  private boolean isFirst() {
    if (first.isEmpty()) {
      first = stock.map(some -> some.first(conversation.wire(), stage.notes().requirements()));
    }
    return first.orElse(true);
  }

  /** Notes a task that was made. */
  void made(Ledger.Entry entry) {
    made.add(entry);
    stock.ifPresent(
        some -> {
          some.made();
          held.add(new Stock.Item(entry, label, false));
        });
  }

  /** Notes a task that the server runs; it ends by itself, also where other tasks stay. */
  void started(Ledger.Entry entry, TaskSource source) {
    serverRun.put(entry, source);
  }

  /** Is done with the tasks that the server runs; none of them has to wait for the scenario. */
  void endServerRun() {
    serverRun.forEach(
        (entry, source) -> {
          if (!conversation.dispose(entry)) {
            stage.sources().doesNotStop(source);
          }
        });
    serverRun.clear();
  }

  /**
   * A task of the stock, where there is one that will do.
   *
   * @throws Inapplicable where the scenario would use up a task to show what another has shown
   */
  Optional<Stock.Item> borrow(Account account) {
    if (stock.isEmpty()) {
      return Optional.empty();
    }
    boolean usesUp = anyStep(USES_UP);
    refuseUnless(!usesUp || isFirst());
    Optional<Stock.Item> lent = stock.get().borrow(account, usesUp);
    lent.ifPresent(held::add);
    return lent;
  }

  /** Notes a call about a task. */
  void called(String message, List<?> own, boolean succeeded) {
    if (succeeded && stock.isPresent() && !own.isEmpty() && own.get(0) instanceof String ref) {
      calls.computeIfAbsent(ref, any -> new HashSet<>()).add(message);
    }
  }

  /** The end of the scenario. */
  void end() {
    if (stock.isEmpty()) {
      made.forEach(conversation::dispose);
    }
    endServerRun();
    held.forEach(item -> giveBack(item, calls.getOrDefault(item.entry().ref(), Set.of())));
  }

  private void giveBack(Stock.Item item, Set<String> messages) {
    boolean cancelled = item.cancelled() || messages.contains("cancel");
    boolean ours = item.label().contains("xapi-task-tck");
    if (ours
        && !messages.contains("destroy")
        && (!cancelled || isPending(item))
        && emptied(item, messages)) {
      stock.orElseThrow().giveBack(new Stock.Item(item.entry(), item.label(), cancelled));
    }
  }

  private boolean isPending(Stock.Item item) {
    return asked(item, "task.get_status", List.of(item.entry().ref()))
            instanceof Answer.Success success
        && success.value().equals(new Value.Text("pending"));
  }

  private boolean emptied(Stock.Item item, Set<String> messages) {
    boolean written =
        messages.stream()
            .anyMatch(name -> name.endsWith("other_config") && !name.startsWith("get_"));
    return !written
        || asked(item, "task.set_other_config", List.of(item.entry().ref(), Map.of()))
            instanceof Answer.Success;
  }

  private Answer asked(Stock.Item item, String message, List<?> own) {
    try {
      return conversation.call(conversation.target().accounts().strongest(), message, own).answer();
    } catch (NoSession | ServerGone unreachable) {
      return new Answer.Malformed("no answer about " + item.entry().ref());
    }
  }
}
