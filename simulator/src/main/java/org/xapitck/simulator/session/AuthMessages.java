package org.xapitck.simulator.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * The messages of class auth: what the directory knows about a user. Clients that did not log in as
 * root ask who they are.
 */
public final class AuthMessages {
  private final Accounts accounts;

  /** The messages over the directory that these accounts are. */
  public AuthMessages(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * {@code get_subject_identifier}.
   *
   * @throws ApiFailure SUBJECT_CANNOT_BE_RESOLVED
   */
  public Value getSubjectIdentifier(Caller caller, String username) {
    return Value.of(
        accounts.all().stream()
            .filter(account -> account.username().equals(username))
            .map(Account::sid)
            .filter(sid -> !sid.isEmpty())
            .findFirst()
            .orElseThrow(ApiFailure::subjectUnknown));
  }

  /**
   * {@code get_subject_information_from_identifier}.
   *
   * @throws ApiFailure SUBJECT_CANNOT_BE_RESOLVED
   */
  public Value getSubjectInformation(Caller caller, String sid) {
    Account account = require(sid);
    Map<String, String> information = new LinkedHashMap<>();
    information.put("subject-name", account.username());
    information.put("subject-gecos", account.username());
    information.put("subject-displayname", account.username());
    information.put("subject-sid", sid);
    information.put("subject-uid", sid);
    information.put("subject-upn", account.username());
    information.put("subject-is-group", "false");
    information.put("subject-account-disabled", "false");
    information.put("subject-account-expired", "false");
    information.put("subject-account-locked", "false");
    information.put("subject-password-expired", "false");
    return Value.texts(information);
  }

  /**
   * {@code get_group_membership}: none, since roles are given to users here.
   *
   * @throws ApiFailure SUBJECT_CANNOT_BE_RESOLVED
   */
  public Value getGroupMembership(Caller caller, String sid) {
    require(sid);
    return Value.texts(List.of());
  }

  private Account require(String sid) {
    return accounts.all().stream()
        .filter(account -> !sid.isEmpty() && account.sid().equals(sid))
        .findFirst()
        .orElseThrow(ApiFailure::subjectUnknown);
  }
}
