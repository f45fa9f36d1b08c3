Feature: task.cancel
  Asks for a task to be called off. It is a wish: the task may be past it, may take its time,
  and may end in another way. The server may also say that it does not allow it.

  Rule: cancel takes a task and answers with nothing

    @task.cancel.published @task.cancel.parameters @task.cancel.result @uses-up-a-task
    Scenario: calling cancel
      Given a task of mine
      And I note how it is
      When I call cancel
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And the answer is of type void

  Rule: After a cancellation the task has one of the five statuses, pending included

    @task.cancel.effect @uses-up-a-task
    Scenario: cancelling a pending task
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is one of "pending", "success", "failure", "cancelling", "cancelled"

  Rule: A completed task stays completed

    @task.cancel.completed @uses-up-a-task
    Scenario Outline: cancelling a task that ended as <status>
      Given a task of mine that ended as <status>
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is one of "success", "failure", "cancelled"

      Examples:
        | status    |
        | success   |
        | failure   |
        | cancelled |

    @task.cancel.completed_same @uses-up-a-task
    Scenario: the status of a failed task after cancelling it
      Given a task of mine that ended as failure
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is "failure"

  Rule: The only error of its own that cancel may give is OPERATION_NOT_ALLOWED, and then nothing has changed

    @task.cancel.error @uses-up-a-task
    Scenario: cancelling twice
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      Given I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed

  Rule: A cancellation in current_operations has the value cancel

    @task_allowed_operations.cancel @task.current_operations.meaning @uses-up-a-task
    Scenario: the mark of a cancelled task
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its current_operations is cancel, if it shows any

  Rule: cancel leaves other tasks alone

    @task.cancel.bystander @uses-up-a-task
    Scenario: cancel beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make cancel fail

    @task.cancel.count
    Scenario: cancel with a parameter missing and one too many
      Given a task of mine
      When I call cancel with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call cancel with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.cancel.session
    Scenario: cancel in an unknown session
      Given a task of mine
      When I call cancel in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.cancel.handle
    Scenario: cancel for a task that never existed
      When I call cancel for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
