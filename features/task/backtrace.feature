Feature: task.backtrace
  Where in the server a failure arose, for those who debug it.

  Rule: A fresh task has an empty trace

    @task.backtrace.default
    Scenario: backtrace after create
      Given a task of mine
      When I read its backtrace
      Then its backtrace is "()"

  Rule: No client can write backtrace

    @task.backtrace.access
    Scenario: trying to write backtrace
      Given a task of mine
      When I try to write its backtrace
      Then every attempt is refused and it is unchanged

  Rule: get_backtrace gives backtrace as the record has it

    @task.get_backtrace.published @task.get_backtrace.parameters @task.get_backtrace.result
    Scenario: calling get_backtrace
      Given a task of mine
      When I call get_backtrace
      Then the call succeeds
      And the answer is of type string

    @task.get_backtrace.effect @task.backtrace.published @task.backtrace.type
    Scenario: backtrace by its getter and in the record
      Given a task of mine
      When I read its record
      Then its backtrace is as in its record
      And its backtrace is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_backtrace fail

    @task.get_backtrace.count
    Scenario: get_backtrace with a parameter missing and one too many
      Given a task of mine
      When I call get_backtrace with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_backtrace with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_backtrace.session
    Scenario: get_backtrace in an unknown session
      Given a task of mine
      When I call get_backtrace in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_backtrace.handle
    Scenario: get_backtrace for a task that never existed
      When I call get_backtrace for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
