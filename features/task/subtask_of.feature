Feature: task.subtask_of
  The task that this one is a part of, if there is one.

  Rule: A task that a client made is a part of no other

    @task.subtask_of.default
    Scenario: subtask_of after create
      Given a task of mine
      When I read its subtask_of
      Then its subtask_of is the null reference

  Rule: No client can write subtask_of

    @task.subtask_of.access
    Scenario: trying to write subtask_of
      Given a task of mine
      When I try to write its subtask_of
      Then every attempt is refused and it is unchanged

  Rule: get_subtask_of gives subtask_of as the record has it

    @task.get_subtask_of.published @task.get_subtask_of.parameters @task.get_subtask_of.result
    Scenario: calling get_subtask_of
      Given a task of mine
      When I call get_subtask_of
      Then the call succeeds
      And the answer is of type task ref

    @task.get_subtask_of.effect @task.subtask_of.published @task.subtask_of.type
    Scenario: subtask_of by its getter and in the record
      Given a task of mine
      When I read its record
      Then its subtask_of is as in its record
      And its subtask_of is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_subtask_of fail

    @task.get_subtask_of.count
    Scenario: get_subtask_of with a parameter missing and one too many
      Given a task of mine
      When I call get_subtask_of with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_subtask_of with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_subtask_of.session
    Scenario: get_subtask_of in an unknown session
      Given a task of mine
      When I call get_subtask_of in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_subtask_of.handle
    Scenario: get_subtask_of for a task that never existed
      When I call get_subtask_of for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
