Feature: task.name_label
  What the task is called, for people to read.

  Rule: An empty label stays empty

    @task.name_label.default @makes-tasks
    Scenario: a task without label and description
      When I create a task with the name_label and name_description empty
      Then the call succeeds
      And its name_label is empty

  Rule: No client can write name_label

    @task.name_label.access
    Scenario: trying to write name_label
      Given a task of mine
      When I try to write its name_label
      Then every attempt is refused and it is unchanged

  Rule: get_name_label gives name_label as the record has it

    @task.get_name_label.published @task.get_name_label.parameters @task.get_name_label.result
    Scenario: calling get_name_label
      Given a task of mine
      When I call get_name_label
      Then the call succeeds
      And the answer is of type string

    @task.get_name_label.effect @task.name_label.published @task.name_label.type
    Scenario: name_label by its getter and in the record
      Given a task of mine
      When I read its record
      Then its name_label is as in its record
      And its name_label is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_name_label fail

    @task.get_name_label.count
    Scenario: get_name_label with a parameter missing and one too many
      Given a task of mine
      When I call get_name_label with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_name_label with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_name_label.session
    Scenario: get_name_label in an unknown session
      Given a task of mine
      When I call get_name_label in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_name_label.handle
    Scenario: get_name_label for a task that never existed
      When I call get_name_label for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
