Feature: calls without a valid session
  Each call names its session. The server looks at it before it does anything.

  Rule: A session that the server never gave is invalid

    @session.invalid
    Scenario: destroying in an unknown session changes nothing
      Given a task of mine
      And I note how it is
      When I call destroy in an unknown session
      Then the call is refused as SESSION_INVALID
      And it is unchanged

  Rule: A session that was ended is invalid

    @session.logged_out
    Scenario Outline: <message> in a logged-out session
      Given a task of mine
      When I call <message> in a logged-out session
      Then the call is refused as SESSION_INVALID

      Examples:
        | message |
        | get_all |
        | destroy |

  Rule: An empty text is an invalid session

    @session.empty
    Scenario: reading in an empty session
      Given a task of mine
      When I call get_status in an empty session
      Then the call is refused as SESSION_INVALID

  Rule: The refusal names the session

    @session.named
    Scenario: the session in the refusal
      When I call get_all in an unknown session
      Then the call is refused as SESSION_INVALID
      And the refusal names the session

  Rule: A session that is almost a live one is invalid

    @session.near
    Scenario: sessions with one other character
      Given a task of mine
      When I call get_status for it by a session of mine with another last character
      Then the call is refused as SESSION_INVALID
      When I call get_all for it by a session of mine with another character in the middle
      Then the call is refused as SESSION_INVALID
      When I call get_by_uuid for it by a session of mine with another first character
      Then the call is refused as SESSION_INVALID

    @session.near_case
    Scenario: sessions in another case and with a blank, which no known server takes
      Given a task of mine
      When I call get_record for it by a session of mine in another case
      Then the call is refused as SESSION_INVALID
      When I call get_status for it by a session of mine with a blank after it
      Then the call is refused as SESSION_INVALID
