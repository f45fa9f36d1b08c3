Feature: task.finished
  When the task ended. While it is pending the value means nothing.

  Rule: A task does not end before it was made

    @task.finished.meaning
    Scenario: the end of a successful task
      Given a task of mine that ended as success
      When I read its finished
      Then the call succeeds
      And its finished is not before its created

  Rule: No client can write finished

    @task.finished.access
    Scenario: trying to write finished
      Given a task of mine
      When I try to write its finished
      Then every attempt is refused and it is unchanged

  Rule: get_finished gives finished as the record has it

    @task.get_finished.published @task.get_finished.parameters @task.get_finished.result
    Scenario: calling get_finished
      Given a task of mine
      When I call get_finished
      Then the call succeeds
      And the answer is of type datetime

    @task.get_finished.effect @task.finished.published @task.finished.type
    Scenario: finished by its getter and in the record
      Given a task of mine
      When I read its record
      Then its finished is as in its record
      And its finished is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_finished fail

    @task.get_finished.count
    Scenario: get_finished with a parameter missing and one too many
      Given a task of mine
      When I call get_finished with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_finished with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_finished.session
    Scenario: get_finished in an unknown session
      Given a task of mine
      When I call get_finished in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_finished.handle
    Scenario: get_finished for a task that never existed
      When I call get_finished for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
