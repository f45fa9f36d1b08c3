Feature: task.type
  The class of what the result refers to, where the server itself completed the task. Otherwise any text.

  Rule: No client can write type

    @task.type.access
    Scenario: trying to write type
      Given a task of mine
      When I try to write its type
      Then every attempt is refused and it is unchanged

  Rule: get_type gives type as the record has it

    @task.get_type.published @task.get_type.parameters @task.get_type.result
    Scenario: calling get_type
      Given a task of mine
      When I call get_type
      Then the call succeeds
      And the answer is of type string

    @task.get_type.effect @task.type.published @task.type.type
    Scenario: type by its getter and in the record
      Given a task of mine
      When I read its record
      Then its type is as in its record
      And its type is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_type fail

    @task.get_type.count
    Scenario: get_type with a parameter missing and one too many
      Given a task of mine
      When I call get_type with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_type with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_type.session
    Scenario: get_type in an unknown session
      Given a task of mine
      When I call get_type in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_type.handle
    Scenario: get_type for a task that never existed
      When I call get_type for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
