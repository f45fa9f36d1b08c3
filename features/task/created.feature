Feature: task.created
  When the task was made.

  Rule: created is the time at which the task was made

    @task.created.meaning @makes-tasks
    Scenario: a task made in these days
      When I create a task
      Then the call succeeds
      And its created is within 48 hours of now

  Rule: The clock of the server is right

    @task.created.recent @makes-tasks
    Scenario: a task made just now
      When I create a task
      Then the call succeeds
      And its created is within 5 minutes of now

  Rule: Tasks that were made at different times differ in created

    @task.created.differs @makes-tasks @late
    Scenario: a task made long after the first one
      When I create a task
      Then the call succeeds
      And its created is not that of the run's first task

  Rule: No client can write created

    @task.created.access
    Scenario: trying to write created
      Given a task of mine
      When I try to write its created
      Then every attempt is refused and it is unchanged

  Rule: get_created gives created as the record has it

    @task.get_created.published @task.get_created.parameters @task.get_created.result
    Scenario: calling get_created
      Given a task of mine
      When I call get_created
      Then the call succeeds
      And the answer is of type datetime

    @task.get_created.effect @task.created.published @task.created.type
    Scenario: created by its getter and in the record
      Given a task of mine
      When I read its record
      Then its created is as in its record
      And its created is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_created fail

    @task.get_created.count
    Scenario: get_created with a parameter missing and one too many
      Given a task of mine
      When I call get_created with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_created with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_created.session
    Scenario: get_created in an unknown session
      Given a task of mine
      When I call get_created in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_created.handle
    Scenario: get_created for a task that never existed
      When I call get_created for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
