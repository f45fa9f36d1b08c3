Feature: task.uuid
  The name of the task for machines: no other task ever has it.

  Rule: A uuid has the usual form

    @task.uuid.form
    Scenario: the form of the uuid
      Given a task of mine
      When I read its uuid
      Then its uuid is a uuid

  Rule: No client can write uuid

    @task.uuid.access
    Scenario: trying to write uuid
      Given a task of mine
      When I try to write its uuid
      Then every attempt is refused and it is unchanged

  Rule: get_uuid gives uuid as the record has it

    @task.get_uuid.published @task.get_uuid.parameters @task.get_uuid.result
    Scenario: calling get_uuid
      Given a task of mine
      When I call get_uuid
      Then the call succeeds
      And the answer is of type string

    @task.get_uuid.effect @task.uuid.published @task.uuid.type
    Scenario: uuid by its getter and in the record
      Given a task of mine
      When I read its record
      Then its uuid is as in its record
      And its uuid is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_uuid fail

    @task.get_uuid.count
    Scenario: get_uuid with a parameter missing and one too many
      Given a task of mine
      When I call get_uuid with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_uuid with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_uuid.session
    Scenario: get_uuid in an unknown session
      Given a task of mine
      When I call get_uuid in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_uuid.handle
    Scenario: get_uuid for a task that never existed
      When I call get_uuid for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
