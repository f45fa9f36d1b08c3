Feature: logging out
  A session lasts until its holder ends it. What it made stays.

  Rule: A client can end its own session

    @session.logout
    Scenario: logging out
      Given I log in
      When I log out
      Then the call succeeds
