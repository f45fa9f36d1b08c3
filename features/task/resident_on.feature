Feature: task.resident_on
  The host that the task runs on.

  Rule: A task has a host from the beginning, and the server knows that host

    @task.resident_on.initial @task.resident_on.meaning
    Scenario: the host after create
      Given a task of mine
      When I read its resident_on
      Then its resident_on is a known host

  Rule: No client can write resident_on

    @task.resident_on.access
    Scenario: trying to write resident_on
      Given a task of mine
      When I try to write its resident_on
      Then every attempt is refused and it is unchanged

  Rule: get_resident_on gives resident_on as the record has it

    @task.get_resident_on.published @task.get_resident_on.parameters @task.get_resident_on.result
    Scenario: calling get_resident_on
      Given a task of mine
      When I call get_resident_on
      Then the call succeeds
      And the answer is of type host ref

    @task.get_resident_on.effect @task.resident_on.published @task.resident_on.type
    Scenario: resident_on by its getter and in the record
      Given a task of mine
      When I read its record
      Then its resident_on is as in its record
      And its resident_on is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_resident_on fail

    @task.get_resident_on.count
    Scenario: get_resident_on with a parameter missing and one too many
      Given a task of mine
      When I call get_resident_on with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_resident_on with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_resident_on.session
    Scenario: get_resident_on in an unknown session
      Given a task of mine
      When I call get_resident_on in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_resident_on.handle
    Scenario: get_resident_on for a task that never existed
      When I call get_resident_on for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
