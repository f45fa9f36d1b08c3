Feature: task.current_operations
  What is being done to the task at the moment, by whom.

  Rule: Nothing is being done to a fresh task

    @task.current_operations.default
    Scenario: current_operations after create
      Given a task of mine
      When I read its current_operations
      Then its current_operations is empty

  Rule: No client can write current_operations

    @task.current_operations.access
    Scenario: trying to write current_operations
      Given a task of mine
      When I try to write its current_operations
      Then every attempt is refused and it is unchanged

  Rule: get_current_operations gives current_operations as the record has it

    @task.get_current_operations.published @task.get_current_operations.parameters @task.get_current_operations.result
    Scenario: calling get_current_operations
      Given a task of mine
      When I call get_current_operations
      Then the call succeeds
      And the answer is of type (string → enum task_allowed_operations) map

    @task.get_current_operations.effect @task.current_operations.published @task.current_operations.type
    Scenario: current_operations by its getter and in the record
      Given a task of mine
      When I read its record
      Then its current_operations is as in its record
      And its current_operations is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_current_operations fail

    @task.get_current_operations.count
    Scenario: get_current_operations with a parameter missing and one too many
      Given a task of mine
      When I call get_current_operations with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_current_operations with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_current_operations.session
    Scenario: get_current_operations in an unknown session
      Given a task of mine
      When I call get_current_operations in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_current_operations.handle
    Scenario: get_current_operations for a task that never existed
      When I call get_current_operations for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
