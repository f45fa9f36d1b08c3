Feature: task.name_description
  What the task is about, for people to read.

  Rule: An empty description stays empty

    @task.name_description.default @makes-tasks
    Scenario: a task without label and description
      When I create a task with the name_label and name_description empty
      Then the call succeeds
      And its name_description is empty

  Rule: No client can write name_description

    @task.name_description.access
    Scenario: trying to write name_description
      Given a task of mine
      When I try to write its name_description
      Then every attempt is refused and it is unchanged

  Rule: get_name_description gives name_description as the record has it

    @task.get_name_description.published @task.get_name_description.parameters @task.get_name_description.result
    Scenario: calling get_name_description
      Given a task of mine
      When I call get_name_description
      Then the call succeeds
      And the answer is of type string

    @task.get_name_description.effect @task.name_description.published @task.name_description.type
    Scenario: name_description by its getter and in the record
      Given a task of mine
      When I read its record
      Then its name_description is as in its record
      And its name_description is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_name_description fail

    @task.get_name_description.count
    Scenario: get_name_description with a parameter missing and one too many
      Given a task of mine
      When I call get_name_description with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_name_description with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_name_description.session
    Scenario: get_name_description in an unknown session
      Given a task of mine
      When I call get_name_description in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_name_description.handle
    Scenario: get_name_description for a task that never existed
      When I call get_name_description for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
