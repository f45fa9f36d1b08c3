Feature: task.allowed_operations
  What may be done with the task at the moment. A hint, for it may be out of date by the time it is read.

  Rule: A fresh task allows nothing yet

    @task.allowed_operations.default
    Scenario: allowed_operations after create
      Given a task of mine
      When I read its allowed_operations
      Then its allowed_operations is empty

  Rule: No client can write allowed_operations

    @task.allowed_operations.access
    Scenario: trying to write allowed_operations
      Given a task of mine
      When I try to write its allowed_operations
      Then every attempt is refused and it is unchanged

  Rule: get_allowed_operations gives allowed_operations as the record has it

    @task.get_allowed_operations.published @task.get_allowed_operations.parameters @task.get_allowed_operations.result
    Scenario: calling get_allowed_operations
      Given a task of mine
      When I call get_allowed_operations
      Then the call succeeds
      And the answer is of type enum task_allowed_operations set

    @task.get_allowed_operations.effect @task.allowed_operations.published @task.allowed_operations.type
    Scenario: allowed_operations by its getter and in the record
      Given a task of mine
      When I read its record
      Then its allowed_operations is as in its record
      And its allowed_operations is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_allowed_operations fail

    @task.get_allowed_operations.count
    Scenario: get_allowed_operations with a parameter missing and one too many
      Given a task of mine
      When I call get_allowed_operations with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_allowed_operations with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_allowed_operations.session
    Scenario: get_allowed_operations in an unknown session
      Given a task of mine
      When I call get_allowed_operations in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_allowed_operations.handle
    Scenario: get_allowed_operations for a task that never existed
      When I call get_allowed_operations for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
