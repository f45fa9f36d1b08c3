Feature: logging in
  A session stands for a user who has shown a password; every message of the class asks for one.

  Rule: The right password gives a session

    @session.login
    Scenario: logging in with the right password
      When I log in
      Then the call succeeds
      And the answer is of type session ref
