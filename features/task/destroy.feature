Feature: task.destroy
  Removes a task. A client destroys what it created; nobody else is bound to do it.

  Rule: destroy takes a task and answers with nothing

    @task.destroy.published @task.destroy.parameters @task.destroy.result @uses-up-a-task
    Scenario: calling destroy
      Given a task of mine
      When I call destroy
      Then the call succeeds
      And the answer is of type void

  Rule: A completed task is gone by the time the answer arrives

    @task.destroy.effect @uses-up-a-task
    Scenario Outline: destroying a task that ended as <status>
      Given a task of mine that ended as <status>
      When I destroy it
      Then the call succeeds
      And the server no longer knows it

      Examples:
        | status    |
        | success   |
        | failure   |
        | cancelled |

  Rule: A task still pending may go at once or when it completes

    @task.destroy.pending @uses-up-a-task
    Scenario: destroying a pending task
      Given a task of mine
      When I destroy it
      Then the call succeeds

  Rule: A destruction in current_operations has the value destroy

    @task_allowed_operations.destroy @uses-up-a-task
    Scenario: the mark of a pending task that was destroyed
      Given a task of mine
      When I destroy it
      Then the call succeeds
      And its current_operations is destroy, if it shows any

  Rule: A task that is gone cannot be destroyed again

    @task.destroy.again
    Scenario: destroying a completed task twice
      When I call destroy for a task that was destroyed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: destroy leaves other tasks alone

    @task.destroy.bystander @uses-up-a-task
    Scenario: destroy beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I destroy it
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make destroy fail

    @task.destroy.count
    Scenario: destroy with a parameter missing and one too many
      Given a task of mine
      When I call destroy with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call destroy with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.destroy.session
    Scenario: destroy in an unknown session
      Given a task of mine
      When I call destroy in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.destroy.handle
    Scenario: destroy for a task that never existed
      When I call destroy for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
