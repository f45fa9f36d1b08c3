Feature: answers over JSON-RPC 2.0
  The form of an answer, apart from what it says.

  Rule: Every answer names the version

    @wire.json2.version
    Scenario: the version of a success
      Given a task of mine
      When I read its record
      Then the answer keeps the form wire.json2.version
