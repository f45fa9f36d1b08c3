Feature: task.subtasks
  The tasks that are parts of this one.

  Rule: A fresh task has no subtasks

    @task.subtasks.initial
    Scenario: subtasks after create
      Given a task of mine
      When I read its subtasks
      Then its subtasks is empty

  Rule: No client can write subtasks

    @task.subtasks.access
    Scenario: trying to write subtasks
      Given a task of mine
      When I try to write its subtasks
      Then every attempt is refused and it is unchanged

  Rule: get_subtasks gives subtasks as the record has it

    @task.get_subtasks.published @task.get_subtasks.parameters @task.get_subtasks.result
    Scenario: calling get_subtasks
      Given a task of mine
      When I call get_subtasks
      Then the call succeeds
      And the answer is of type task ref set

    @task.get_subtasks.effect @task.subtasks.published @task.subtasks.type
    Scenario: subtasks by its getter and in the record
      Given a task of mine
      When I read its record
      Then its subtasks is as in its record
      And its subtasks is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_subtasks fail

    @task.get_subtasks.count
    Scenario: get_subtasks with a parameter missing and one too many
      Given a task of mine
      When I call get_subtasks with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_subtasks with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_subtasks.session
    Scenario: get_subtasks in an unknown session
      Given a task of mine
      When I call get_subtasks in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_subtasks.handle
    Scenario: get_subtasks for a task that never existed
      When I call get_subtasks for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
