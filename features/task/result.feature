Feature: task.result
  What came out of a task that was a success: nothing, or a reference to what was made.

  Rule: set_result takes a task and a text and answers with nothing

    @task.set_result.published @task.set_result.parameters @task.set_result.result
    Scenario: calling set_result
      Given a task of mine
      When I call set_result
      Then the call succeeds
      And the answer is of type void

  Rule: The result that was set is the result of the task

    @task.set_result.effect @task.result.access
    Scenario: setting a result
      Given a task of mine
      When I set its result to "OpaqueRef:11111111-2222-4333-8444-555555555555"
      Then the call succeeds
      And its result is "OpaqueRef:11111111-2222-4333-8444-555555555555"

  Rule: A later result replaces the earlier one

    @task.set_result.again
    Scenario: setting a second result
      Given a task of mine
      And I set its result to "the first of two results"
      When I set its result to "second"
      Then the call succeeds
      And its result is "second"

  Rule: A successful task keeps its result

    @task.result.meaning
    Scenario: success with a result
      Given a task of mine
      And I set its result to "done"
      When I set its status to "success"
      Then the call succeeds
      And its result is "done"

  Rule: Setting the result changes no other field

    @task.set_result.isolation
    Scenario: the other fields when the result changes
      Given a task of mine
      And I set its error_info to "KIT_TROUBLE"
      And I set its other_config to:
        | kit | kept |
      And I note how it is
      When I set its result to "changed"
      Then the call succeeds
      And its fields are unchanged:
        | error_info       |
        | other_config     |
        | name_description |

  Rule: set_result leaves other tasks alone

    @task.set_result.bystander
    Scenario: set_result beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I set its result to "mine alone"
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make set_result fail

    @task.set_result.count
    Scenario: set_result with a parameter missing and one too many
      Given a task of mine
      When I call set_result with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call set_result with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.set_result.session
    Scenario: set_result in an unknown session
      Given a task of mine
      When I call set_result in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.set_result.handle
    Scenario: set_result for a task that never existed
      When I call set_result for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A fresh task has an empty result

    @task.result.initial
    Scenario: the result after create
      Given a task of mine
      When I read its result
      Then its result is empty

  Rule: get_result gives result as the record has it

    @task.get_result.published @task.get_result.parameters @task.get_result.result
    Scenario: calling get_result
      Given a task of mine
      When I call get_result
      Then the call succeeds
      And the answer is of type string

    @task.get_result.effect @task.result.published @task.result.type
    Scenario: result by its getter and in the record
      Given a task of mine
      When I read its record
      Then its result is as in its record
      And its result is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_result fail

    @task.get_result.count
    Scenario: get_result with a parameter missing and one too many
      Given a task of mine
      When I call get_result with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_result with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_result.session
    Scenario: get_result in an unknown session
      Given a task of mine
      When I call get_result in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_result.handle
    Scenario: get_result for a task that never existed
      When I call get_result for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
