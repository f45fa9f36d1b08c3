Feature: logging in
  A session stands for a user who has shown a password. Every message of the class asks for one.

  Rule: The right password gives a session

    @session.login
    Scenario: logging in with the right password
      When I log in
      Then the call succeeds
      And the answer is of type session ref

  Rule: A user that does not exist gets no session

    @session.login_refused
    Scenario: logging in as a user that does not exist
      Given I log in
      When I log in as an unknown user
      Then the call is refused as SESSION_AUTHENTICATION_FAILED

  Rule: A wrong password of an existing account gives no session

    @session.wrong_password @first-shard
    Scenario: logging in to an account with a wrong password
      When I log in to an account with a wrong password
      Then the call is refused
